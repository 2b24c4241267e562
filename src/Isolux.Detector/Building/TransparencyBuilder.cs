using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Geometry;
using Isolux.Detector.Transparency;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds the laser beams of the transparency monitor; all of them start inside the shells.</summary>
internal sealed class TransparencyBuilder(SpecificationReader reader)
{
    private const string Path = "$.transparency";
    private const double MmPerM = 1000.0;
    private const double LargestDivergenceDegrees = 10.0;
    private const double SmallestAimMm = 1.0;

    public TransparencyMonitor? Build(TransparencyDocument? document, DetectorGeometry? geometry)
    {
        if (document is null)
        {
            return null;
        }

        if (geometry is null)
        {
            reader.Fault(Path, null, "beams need shells to travel in", "add the section 'geometry'");
        }

        ImmutableArray<double> wavelengthsNm = reader.Within(document.WavelengthsNm, Path + ".wavelengthsNm", 200.0, 800.0);
        if (wavelengthsNm.IsEmpty || wavelengthsNm.Zip(wavelengthsNm.Skip(1), (first, second) => first < second).Contains(false))
        {
            reader.Fault(Path + ".wavelengthsNm", null, "there must be at least one wavelength and they must increase", "sort them and remove duplicates");
        }

        if (document.Beams.IsEmpty)
        {
            reader.Fault(Path + ".beams", null, "at least one beam is needed", "declare one or remove the section");
        }

        return new TransparencyMonitor(
            wavelengthsNm,
            Angles.ToRad(reader.Within(document.DivergenceDegrees, Path + ".divergenceDegrees", 0.0, LargestDivergenceDegrees)),
            reader.Positive(document.PhotonsPerPulse, Path + ".photonsPerPulse"),
            reader.Positive(document.PulseRateHz, Path + ".pulseRateHz"),
            reader.Positive(document.WindowNs, Path + ".windowNs"),
            [.. document.Beams.Select(beam => Build(beam.Key, beam.Value, geometry))]);
    }

    private LaserBeam Build(string name, BeamDocument beam, DetectorGeometry? geometry)
    {
        string path = $"{Path}.beams.{name}";
        reader.RequireSource(beam.Source, path);
        double outerMm = geometry is null ? double.PositiveInfinity : geometry.Shells[^1].OuterRadiusMm;
        Position launch = Position.FromSpherical(MmPerM * beam.LaunchRadiusM, Math.Cos(Angles.ToRad(beam.LaunchThetaDegrees)), Angles.ToRad(beam.LaunchPhiDegrees));
        Position aim = new(MmPerM * beam.AimXM, MmPerM * beam.AimYM, MmPerM * beam.AimZM);
        if (!(beam.LaunchRadiusM >= 0 && launch.RadiusMm < outerMm))
        {
            reader.Fault(path + ".launchRadiusM", FormattableString.Invariant($"{beam.LaunchRadiusM}"), "a beam starts inside the last shell", "correct the radius");
        }

        if (!(launch.DistanceToMm(aim) > SmallestAimMm))
        {
            reader.Fault(path, null, "a beam points away from where it starts", "aim at another point");
        }

        return new LaserBeam(name, launch, aim);
    }
}
