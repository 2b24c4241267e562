using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Geometry;
using Isolux.Detector.Materials;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds shells, support bars and the chimney.</summary>
internal sealed class GeometryBuilder(SpecificationReader reader)
{
    private const double MmPerM = 1000.0;

    public DetectorGeometry? Build(GeometryDocument? document, ImmutableDictionary<string, OpticalMedium> media)
    {
        if (document is null)
        {
            return null;
        }

        var shells = ImmutableArray.CreateBuilder<SphericalShell>();
        double insideMm = 0.0;
        for (int i = 0; i < document.Shells.Length; i++)
        {
            ShellDocument shell = document.Shells[i];
            string path = FormattableString.Invariant($"$.geometry.shells[{i}]");
            if (!media.ContainsKey(shell.Medium))
            {
                reader.Fault(path + ".medium", $"\"{shell.Medium}\"", "no such medium", "known media are " + string.Join(", ", media.Keys.Order(StringComparer.Ordinal)));
            }

            double outerMm = MmPerM * reader.Positive(shell.OuterRadiusM, path + ".outerRadiusM");
            if (outerMm <= insideMm)
            {
                reader.Fault(path + ".outerRadiusM.value", FormattableString.Invariant($"{outerMm / MmPerM}"), "shells go from the inside out", "order them by radius");
            }

            shells.Add(new SphericalShell(shell.Medium, outerMm));
            insideMm = outerMm;
        }

        if (shells.Count == 0)
        {
            reader.Fault("$.geometry.shells", "[]", "a detector needs a scintillator", "declare at least one shell");
            return null;
        }

        double fiducialM = reader.Within(document.FiducialRadiusM, "$.geometry.fiducialRadiusM", 0.0, shells[0].OuterRadiusMm / MmPerM);
        ImmutableArray<OpaqueBar> bars = [.. SupportBars(document.Support), .. Chimney(document.Chimney)];
        return new DetectorGeometry(shells.ToImmutable(), bars, document.OuterBoundary, fiducialM * MmPerM);
    }

    private ImmutableArray<OpaqueBar> SupportBars(SupportDocument? support)
    {
        if (support is null)
        {
            return [];
        }

        const string Path = "$.geometry.support";
        double radiusMm = MmPerM * reader.Positive(support.BarRadiusM, Path + ".barRadiusM");
        double startMm = MmPerM * reader.Positive(support.StartRadiusM, Path + ".startRadiusM");
        double endMm = MmPerM * reader.Positive(support.EndRadiusM, Path + ".endRadiusM");
        RequireOrder(startMm, endMm, Path);
        if (reader.Columns(support.Nodes, Path + ".nodes", "thetaDegrees", "nodes", "firstPhiDegrees") is not [var thetas, var counts, var phis])
        {
            return [];
        }

        var bars = ImmutableArray.CreateBuilder<OpaqueBar>();
        for (int ring = 0; ring < thetas.Length; ring++)
        {
            double cosTheta = Math.Cos(Angles.ToRad(thetas[ring]));
            int count = (int)counts[ring];
            for (int i = 0; i < count; i++)
            {
                double phiRad = Angles.ToRad(phis[ring] + (360.0 * i / count));
                Position start = Position.FromSpherical(startMm, cosTheta, phiRad);
                bars.Add(new OpaqueBar("supportBar", start, Position.FromSpherical(endMm, cosTheta, phiRad), radiusMm));
            }
        }

        return bars.ToImmutable();
    }

    private ImmutableArray<OpaqueBar> Chimney(ChimneyDocument? chimney)
    {
        if (chimney is null)
        {
            return [];
        }

        const string Path = "$.geometry.chimney";
        double radiusMm = MmPerM * reader.Positive(chimney.RadiusM, Path + ".radiusM");
        double startMm = MmPerM * reader.Positive(chimney.StartRadiusM, Path + ".startRadiusM");
        double endMm = MmPerM * reader.Positive(chimney.EndRadiusM, Path + ".endRadiusM");
        RequireOrder(startMm, endMm, Path);
        return [new OpaqueBar("chimney", new Position(0, 0, startMm), new Position(0, 0, endMm), radiusMm)];
    }

    private void RequireOrder(double startMm, double endMm, string path)
    {
        if (startMm >= endMm)
        {
            reader.Fault(path + ".endRadiusM.value", FormattableString.Invariant($"{endMm / MmPerM}"), "it must lie outside the start", "swap or correct the two");
        }
    }
}
