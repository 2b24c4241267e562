using System.Collections.Immutable;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Positioning;
using Isolux.Detector;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>Series of pulses and exposures as a user would have them, of sources all over the reach of the cable loops; the side cable of the last one has slipped.</summary>
/// <param name="detector">The detector.</param>
/// <param name="seed">Seed of the random numbers.</param>
public sealed class PositionDataSimulator(DetectorDescription detector, ulong seed)
{
    private const double MPerMm = 1e-3;
    private const double SlipMm = 300.0;

    /// <summary>Simulates both series.</summary>
    /// <param name="stepM">Step of the grid of sources, m.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no positioning by ultrasound, cameras and cables, or no cable loop.</exception>
    public (UltrasoundDataDocument Ultrasound, CameraDataDocument Cameras) Simulate(double stepM)
    {
        PlanePoint[] points = [.. PlanePoint.Grid(detector, stepM / MPerMm)];
        if (points.Length == 0)
        {
            throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "systems.cableLoops", null, "no cable loop reaches a point of the grid", "choose another detector or a smaller step"));
        }

        PositioningCampaign campaign = new(detector, new PositioningCase(), seed, 0);
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        var pulses = ImmutableArray.CreateBuilder<UltrasoundPulseDocument>();
        var exposures = ImmutableArray.CreateBuilder<CameraExposureDocument>();
        for (int i = 0; i < points.Length; i++)
        {
            SimulatedSource source = campaign.Simulate(points[i], (uint)i);
            string name = FormattableString.Invariant($"x {MPerMm * points[i].Place.XMm:0.0} z {MPerMm * points[i].Place.ZMm:0.0}");
            string unit = units.First(candidate => candidate.Kinematics is CableLoopKinematics loop && loop.InPlane(1, 0) == points[i].Loop.InPlane(1, 0)).Name;
            double slipMm = i == points.Length - 1 ? SlipMm : 0.0;
            CableReadingDocument cables = new(
                unit, Math.Round(MPerMm * source.Cables.Lengths.FirstMm, 4), Math.Round(MPerMm * (source.Cables.Lengths.SecondMm + slipMm), 4));
            pulses.Add(new UltrasoundPulseDocument(
                name,
                source.Arrivals.ToImmutableSortedDictionary(arrival => arrival.Receiver, arrival => Math.Round(arrival.TimeUs, 2), StringComparer.Ordinal),
                detector.Positioning!.Ultrasound!.ReferenceTemperatureC,
                cables));
            exposures.Add(new CameraExposureDocument(name, Spots(source.Spots), cables));
        }

        string origin = FormattableString.Invariant(
            $"simulated by Isolux for {detector.Name}, seed {seed}: declared errors, echoes and reflections; the side cable of the last source is read {SlipMm / 10.0:0} cm too long");
        return (
            new UltrasoundDataDocument(1, "simulated pulses", origin, pulses.ToImmutable()),
            new CameraDataDocument(1, "simulated exposures", origin, [.. campaign.Targets.Select(Target)], exposures.ToImmutable()));
    }

    private static CameraTargetDocument Target(CameraTarget target) => new(
        target.Name,
        [Math.Round(MPerMm * target.Position.XMm, 4), Math.Round(MPerMm * target.Position.YMm, 4), Math.Round(MPerMm * target.Position.ZMm, 4)],
        Spots(target.Spots));

    private static ImmutableSortedDictionary<string, ImmutableArray<double>> Spots(ImmutableArray<CameraSpot> spots) =>
        spots.ToImmutableSortedDictionary(spot => spot.Camera, spot => (ImmutableArray<double>)[Math.Round(spot.UPx, 2), Math.Round(spot.VPx, 2)], StringComparer.Ordinal);
}
