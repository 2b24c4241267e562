using Isolux.Quantities;

namespace Isolux.Strategy.Response;

/// <summary>Rms over volume of a corrected response about its mean.</summary>
/// <param name="FiducialRms">In the whole fiducial volume (fraction).</param>
/// <param name="EdgeRms">In its outer part, beyond <see cref="EdgeRadiusMm"/> (fraction).</param>
internal sealed record ResidualUniformity(double FiducialRms, double EdgeRms)
{
    /// <summary>Where the edge begins: light of sources farther out is totally reflected, mm.</summary>
    public const double EdgeRadiusMm = 16_000.0;

    private const int RadialCells = 120;
    private const int PolarCells = 40;
    private const int AzimuthCells = 36;

    /// <summary>Evaluates a corrected response on cells of equal volume.</summary>
    /// <param name="fiducialRadiusMm">Radius of the fiducial volume, mm.</param>
    /// <param name="threadCount">Threads; the result does not depend on it.</param>
    /// <param name="response">Corrected response at a point.</param>
    public static ResidualUniformity Of(double fiducialRadiusMm, int threadCount, Func<Position, double> response)
    {
        (double Sum, double Squares, int Count)[] shells = new (double, double, int)[RadialCells];
        Parallel.For(0, RadialCells, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, shell =>
        {
            double radiusMm = Radius(shell, fiducialRadiusMm);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < PolarCells * AzimuthCells; i++)
            {
                // Azimuths at odd fractions of a turn, shifted from ring to ring, do not fall in step with bars.
                double cosTheta = (2.0 * ((i / AzimuthCells) + 0.5) / PolarCells) - 1.0;
                double phiRad = 2.0 * Math.PI * ((i % AzimuthCells) + (0.37 * (shell + (i / AzimuthCells)) % 1.0)) / AzimuthCells;
                double value = response(Position.FromSpherical(radiusMm, cosTheta, phiRad));
                sum += value;
                squares += value * value;
            }

            shells[shell] = (sum, squares, PolarCells * AzimuthCells);
        });
        return new ResidualUniformity(Rms(shells), Rms([.. shells.Where((_, shell) => Radius(shell, fiducialRadiusMm) > EdgeRadiusMm)]));
    }

    private static double Radius(int shell, double fiducialRadiusMm) => fiducialRadiusMm * Math.Cbrt((shell + 0.5) / RadialCells);

    private static double Rms((double Sum, double Squares, int Count)[] shells)
    {
        double count = shells.Sum(shell => shell.Count);
        double mean = shells.Sum(shell => shell.Sum) / count;
        return Math.Sqrt(Math.Max(0.0, (shells.Sum(shell => shell.Squares) / count) - (mean * mean))) / mean;
    }
}
