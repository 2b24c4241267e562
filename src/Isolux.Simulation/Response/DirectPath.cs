using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;

namespace Isolux.Simulation.Response;

/// <summary>
/// Unscattered light through concentric shells at the mean wavelength of the emission. n r sin(i) is the same all along a path (Bouguer's law, Snell's law on spheres), so the angle
/// it sweeps about the centre between two radii of a shell is a difference of two arcsines.
/// </summary>
internal sealed class DirectPath(DetectorDescription detector, double exitRadiusMm, double targetRadiusMm)
{
    private const int Steps = 4096;
    private readonly ImmutableArray<SphericalShell> _shells = detector.Geometry!.Shells;
    private readonly double[] _indices = Indices(detector);

    /// <summary>
    /// For the columns of a pattern the place where the path leaves the exit sphere, as 2 sin(angle/2), angle seen from the centre between source and exit. Columns that no path reaches
    /// before total reflection, or beyond the largest angle, stay as they are.
    /// </summary>
    public void FillExits(double radiusMm, double largestAngleRad, Span<float> exits)
    {
        double lastHalfChord = 0;
        double lastExit = 0;
        for (int step = 1; step < Steps; step++)
        {
            double emissionRad = Math.PI * step / Steps;
            double angle = AngleRad(radiusMm, emissionRad, targetRadiusMm);
            double halfChord = Math.Sin(0.5 * angle);
            double exit = 2.0 * Math.Sin(0.5 * AngleRad(radiusMm, emissionRad, exitRadiusMm));
            if (!(angle <= largestAngleRad) || halfChord <= lastHalfChord)
            {
                return;
            }

            int first = (int)Math.Ceiling((lastHalfChord * PatternGrid.AngularCells) - 0.5);
            for (int column = Math.Max(0, first); column < exits.Length && (column + 0.5) / PatternGrid.AngularCells < halfChord; column++)
            {
                double fraction = (((column + 0.5) / PatternGrid.AngularCells) - lastHalfChord) / (halfChord - lastHalfChord);
                exits[column] = (float)(lastExit + (fraction * (exit - lastExit)));
            }

            (lastHalfChord, lastExit) = (halfChord, exit);
        }
    }

    /// <summary>Angle about the centre from the source to where its light first comes outwards through a radius; NaN where total reflection prevents it.</summary>
    private double AngleRad(double radiusMm, double emissionRad, double toRadiusMm)
    {
        double constant = _indices[0] * radiusMm * Math.Sin(emissionRad);
        double angle = emissionRad > 0.5 * Math.PI ? (2.0 * emissionRad) - Math.PI : 0.0;
        double innerMm = radiusMm;
        for (int shell = 0; shell < _shells.Length && innerMm < toRadiusMm; shell++)
        {
            double outerMm = Math.Min(_shells[shell].OuterRadiusMm, toRadiusMm);
            angle += Math.Asin(constant / (_indices[shell] * innerMm)) - Math.Asin(constant / (_indices[shell] * outerMm));
            innerMm = outerMm;
        }

        return angle;
    }

    private static double[] Indices(DetectorDescription detector)
    {
        double wavelengthNm = detector.Scintillation!.MeanWavelengthNm;
        return [.. detector.Geometry!.Shells.Select(shell => detector.Media[shell.Medium].RefractiveIndex.Evaluate(wavelengthNm))];
    }
}
