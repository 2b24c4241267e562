using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Detector.Positioning;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>Lights at known places with which cameras are calibrated: stops of the central axis, the receivers and the anchors of the cable loops.</summary>
internal static class CalibrationTargets
{
    private const double AxisStepMm = 3_000.0;

    /// <summary>The targets of a detector.</summary>
    public static ImmutableArray<SurveyedMark> Of(DetectorDescription detector)
    {
        var targets = ImmutableArray.CreateBuilder<SurveyedMark>();
        foreach (AxisSystem axis in detector.Systems.OfType<AxisSystem>())
        {
            int reach = (int)(axis.MaximumAbsZMm / AxisStepMm);
            for (int i = -reach; i <= reach; i++)
            {
                targets.Add(new SurveyedMark(FormattableString.Invariant($"{axis.Name} {i * AxisStepMm / 1000.0:0} m"), new Position(0, 0, i * AxisStepMm)));
            }
        }

        targets.AddRange(detector.Positioning?.Ultrasound?.Receivers ?? []);
        foreach (CableLoopSystem loop in detector.Systems.OfType<CableLoopSystem>())
        {
            for (int i = 0; i < loop.Anchors.Length; i++)
            {
                double phiRad = loop.PlanePhiRad + (i % 2 == 0 ? 0.0 : Math.PI);
                CableAnchor anchor = loop.Anchors[i];
                targets.Add(new SurveyedMark(
                    FormattableString.Invariant($"{loop.Name} anchor {i + 1}"), new Position(anchor.RhoMm * Math.Cos(phiRad), anchor.RhoMm * Math.Sin(phiRad), anchor.ZMm)));
            }
        }

        return targets.ToImmutable();
    }
}
