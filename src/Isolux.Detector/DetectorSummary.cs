using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Detector.Geometry;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Positioning;

namespace Isolux.Detector;

/// <summary>What a detector consists of, line by line, ready to print.</summary>
public static class DetectorSummary
{
    private const double MmPerM = 1000.0;
    private const double ReferenceWavelengthNm = 430.0;

    /// <summary>Geometry, media, photosensors, light, systems and identity.</summary>
    public static ImmutableArray<SummaryLine> Describe(DetectorDescription detector) =>
    [
        new("detector", "name", detector.Name),
        .. DescribeGeometry(detector.Geometry),
        .. detector.Media.Values.OrderBy(m => m.Name, StringComparer.Ordinal).Select(DescribeMedium),
        .. DescribeSensors(detector.Photosensors),
        .. DescribeLight(detector),
        .. detector.Systems.Select(DescribeSystem),
        .. DescribePositioning(detector.Positioning),
        new("detector", "assumptions", Text($"{detector.Assumptions.Length}")),
        new("detector", "digest", detector.Digest),
    ];

    private static IEnumerable<SummaryLine> DescribeGeometry(DetectorGeometry? geometry)
    {
        if (geometry is null)
        {
            return [new("geometry", "extent", "unbounded")];
        }

        return
        [
            .. geometry.Shells.Select(shell => new SummaryLine("geometry", shell.Medium, Text($"to {shell.OuterRadiusMm / MmPerM:F3} m"))),
            .. geometry.Bars.GroupBy(b => b.Kind).Select(g => new SummaryLine("geometry", g.Key, Text($"{g.Count()} of radius {g.First().RadiusMm:F0} mm"))),
            new("geometry", "outer boundary", geometry.OuterBoundary == OuterBoundary.Detects ? "detects" : "absorbs"),
            new("geometry", "fiducial radius", Text($"{geometry.FiducialRadiusMm / MmPerM:F2} m")),
        ];
    }

    private static IEnumerable<SummaryLine> DescribePositioning(PositioningSystems? positioning)
    {
        if (positioning?.Ultrasound is { } ultrasound)
        {
            yield return new("positioning", "ultrasound", Text($"{ultrasound.Receivers.Length} receivers, {1000.0 * ultrasound.SoundSpeedMmPerUs:F0} m/s, times to {ultrasound.TimeErrorUs:G3} us"));
        }

        if (positioning?.Cameras is { } cameras)
        {
            yield return new("positioning", "cameras", Text($"{cameras.Cameras.Length} of focal length {cameras.FocalLengthPx:F0} pixels, spots to {cameras.PixelErrorPx:G3} pixels"));
        }

        if (positioning?.Cables is { } cables)
        {
            yield return new("positioning", "cables", Text($"lengths to {cables.LengthErrorMm:F0} mm"));
        }
    }

    private static SummaryLine DescribeMedium(OpticalMedium medium)
    {
        string absorption = medium.AbsorptionLengthMm is { } a ? Text($", absorption {a.Evaluate(ReferenceWavelengthNm) / MmPerM:G4} m") : string.Empty;
        string rayleigh = medium.RayleighLengthMm is { } r ? Text($", Rayleigh {r.Evaluate(ReferenceWavelengthNm) / MmPerM:G4} m") : string.Empty;
        string index = Text($"n {medium.RefractiveIndex.Evaluate(ReferenceWavelengthNm):F3}");
        return new SummaryLine("media at 430 nm", medium.Name, index + absorption + rayleigh + (medium.Reemission is null ? string.Empty : ", re-emits"));
    }

    private static IEnumerable<SummaryLine> DescribeSensors(ImmutableArray<Photosensor> sensors) =>
        sensors.GroupBy(s => s.Type.Name).Select(group =>
        {
            PhotosensorType type = group.First().Type;
            string size = Text($"{type.SemiAxisAcrossMm:F0} mm x {type.SemiAxisAlongMm:F0} mm");
            string response = Text($"PDE {100.0 * type.PhotonDetectionEfficiency.Evaluate(420.0):F1} % at 420 nm, TTS {type.TransitTimeSpreadNs:F1} ns");
            return new SummaryLine("photosensors", group.Key, Text($"{group.Count()} of {size}, {response}, dark rate {type.DarkRateHz / 1000.0:G3} kHz"));
        });

    private static IEnumerable<SummaryLine> DescribeLight(DetectorDescription detector)
    {
        if (detector.Scintillation is { } light)
        {
            yield return new("light", "scintillation", Text($"{light.PhotonsPerMeV:F0} photons/MeV, optical efficiency {light.OpticalEfficiency:G6}"));
        }

        if (detector.Target is { } target)
        {
            yield return new("light", "target", Text($"{target.Name}, {target.DensityGPerCm3:F3} g/cm3, Z/A {target.ZOverAMolPerG:F5} mol/g"));
        }

        if (detector.Electromagnetic is { } model)
        {
            string quenching = Text($"cut {1000.0 * model.DeltaCutMeV:G4} keV, kB {model.BirksConstantGPerCm2MeV:G4} g/cm2/MeV, fC {model.CherenkovFactor:G4}");
            yield return new("light", "electrons", quenching);
        }

        if (detector.DesignLightYieldPePerMeV is { } yield)
        {
            yield return new("light", "design light yield", Text($"{yield:F0} PE/MeV"));
        }
    }

    private static SummaryLine DescribeSystem(DeploymentSystem system)
    {
        string reach = system switch
        {
            AxisSystem axis => Text($"axis, |z| up to {axis.MaximumAbsZMm / MmPerM:F2} m"),
            CableLoopSystem loop => Text($"half plane, {loop.Anchors.Length} anchors"),
            GuideTubeSystem tube => Text($"tube at {tube.TubeRadiusMm / MmPerM:F2} m, theta {Degrees(tube.MinimumThetaRad):F0} to {Degrees(tube.MaximumThetaRad):F0} degrees"),
            VehicleSystem vehicle => Text($"vehicle within {vehicle.MaximumRadiusMm / MmPerM:F2} m, umbilical of {vehicle.UmbilicalLengthMm / MmPerM:F0} m"),
            _ => "special reach",
        };
        return new SummaryLine("systems", system.Name, Text($"{reach}, accuracy {system.PositionAccuracyMm / 10.0:F0} cm, {system.SpeedMmPerMin / MmPerM:F2} m/min"));
    }

    private static double Degrees(double angleRad) => angleRad * (180.0 / Math.PI);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
