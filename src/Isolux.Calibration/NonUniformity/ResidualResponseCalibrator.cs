using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Calibration.NonUniformity;

/// <summary>
/// Residual terms of the response, azimuthal ones included, from events of one line spread evenly over the scintillator, such as captures of spallation neutrons, already corrected with g(r, theta).
/// </summary>
/// <remarks>
/// Events from 1 sigma below to 2.5 sigma above the peak enter, so that escaped energy does not. Within that fixed window the mean of a Gaussian follows its centre with a known slope, by which every mean is divided. In
/// each shell the means of (energy - peak) x harmonic are unbiased coefficients, because events are even over the sphere. Coefficients of one degree are shrunk together by the positive-part
/// James-Stein factor (Efron and Morris, J. Am. Stat. Assoc. 68 (1973) 117): max(0, 1 - expected noise power / observed power), both summed over the shell and its neighbours, which see nearly the same.
/// </remarks>
/// <param name="scintillatorRadiusMm">Radius of the scintillator, mm.</param>
/// <param name="settings">Shells and degrees.</param>
public sealed class ResidualResponseCalibrator(double scintillatorRadiusMm, ResidualResponseSettings settings)
{
    private const double SigmasBelow = 1.0;
    private const double SigmasAbove = 2.5;
    private const int NeighbouringShells = 2;

    /// <summary>Calibrates the terms.</summary>
    /// <param name="vertices">Reconstructed vertices.</param>
    /// <param name="energyFractions">Corrected energy over the energy of the line's peak, as many.</param>
    /// <param name="widthFractions">Relative width (sigma) of the peak where each event is, as many.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a shell holds no event of the peak.</exception>
    public ResidualResponse Calibrate(ReadOnlySpan<Position> vertices, ReadOnlySpan<double> energyFractions, ReadOnlySpan<double> widthFractions)
    {
        if (vertices.Length != energyFractions.Length || vertices.Length != widthFractions.Length)
        {
            throw new ArgumentException(
                $"Vertices, energies and widths belong together ({vertices.Length}, {energyFractions.Length} and {widthFractions.Length}).", nameof(energyFractions));
        }

        SphericalHarmonics harmonics = new(settings.Degree);
        double[][] sums = [.. Enumerable.Range(0, settings.Shells).Select(_ => new double[harmonics.Count])];
        RunningMoments[] moments = [.. Enumerable.Range(0, settings.Shells).Select(_ => new RunningMoments())];
        double[] values = new double[harmonics.Count];
        (double offset, double slope) = WindowMean();
        for (int i = 0; i < vertices.Length; i++)
        {
            Position vertex = vertices[i];
            double pull = (energyFractions[i] - 1.0) / widthFractions[i];
            double cubed = Math.Pow(vertex.RadiusMm / scintillatorRadiusMm, 3);
            if (pull < -SigmasBelow || pull > SigmasAbove || cubed >= 1.0 || vertex.RadiusMm <= 0)
            {
                continue;
            }

            int shell = (int)(cubed * settings.Shells);
            double shift = (pull - offset) * widthFractions[i] / slope;
            harmonics.Fill(vertex.XMm / vertex.RadiusMm, vertex.YMm / vertex.RadiusMm, vertex.ZMm / vertex.RadiusMm, values);
            moments[shell].Add(shift);
            double[] target = sums[shell];
            for (int k = 0; k < values.Length; k++)
            {
                target[k] += shift * values[k];
            }
        }

        if (moments.Any(shell => shell.Count < 2))
        {
            throw new ArgumentException("A shell holds no event of the peak; take more events or fewer shells.", nameof(energyFractions));
        }

        double[] noise = [.. moments.Select(shell => shell.Variance / shell.Count)];
        double[][] means = [.. sums.Zip(moments, (terms, shell) => Array.ConvertAll(terms, term => term / shell.Count))];
        (double[][] shrunk, double[] variances) = Shrink(means, noise);
        return new ResidualResponse(harmonics, scintillatorRadiusMm, shrunk, variances);
    }

    /// <summary>Shrinks the coefficients of every shell and gives the variance that is left of their sum over the sphere.</summary>
    private (double[][] Terms, double[] Variances) Shrink(double[][] means, double[] noise)
    {
        double[][] terms = [.. means.Select(shell => new double[shell.Length])];
        double[] variances = new double[means.Length];
        for (int degree = 0; degree <= settings.Degree; degree++)
        {
            int first = degree * degree;
            int count = (2 * degree) + 1;
            double[] power = [.. means.Select(shell => shell.AsSpan(first, count).ToArray().Sum(term => term * term))];
            for (int shell = 0; shell < means.Length; shell++)
            {
                int from = Math.Max(0, shell - NeighbouringShells);
                int to = Math.Min(means.Length - 1, shell + NeighbouringShells);
                double observed = Enumerable.Range(from, to - from + 1).Sum(other => power[other]);
                double expected = Enumerable.Range(from, to - from + 1).Sum(other => count * noise[other]);
                double kept = Math.Max(0.0, 1.0 - (expected / observed));
                for (int i = first; i < first + count; i++)
                {
                    terms[shell][i] = kept * means[shell][i];
                }

                variances[shell] += kept * count * noise[shell];
            }
        }

        return (terms, variances);
    }

    /// <summary>Mean of a standard normal number in the window, and how it follows a small shift of the normal under the fixed window.</summary>
    private static (double Offset, double Slope) WindowMean()
    {
        double inside = Normal.Cumulative(SigmasAbove) - Normal.Cumulative(-SigmasBelow);
        double low = Density(-SigmasBelow);
        double high = Density(SigmasAbove);
        double mean = (low - high) / inside;
        double variance = 1.0 - (((SigmasBelow * low) + (SigmasAbove * high)) / inside) - (mean * mean);
        return (mean, variance);

        static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2.0 * Math.PI);
    }
}
