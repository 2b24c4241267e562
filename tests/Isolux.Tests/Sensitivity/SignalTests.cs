using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Signal;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Xunit;

namespace Isolux.Tests.Sensitivity;

public sealed class SignalTests
{
    private const double DensityGPerCm3 = 2.45;
    private const double ElectronFraction = 0.5;
    private static readonly OscillationParameters s_normal = new(0.307, 0.0218, 7.53e-5, 2.5283e-3);
    private static readonly OscillationParameters s_inverted = new(0.307, 0.0218, 7.53e-5, -2.4707e-3);

    // An independent implementation of Vogel and Beacom, eqs. 11 to 13, with the same constants; six printed digits.
    [Theory]
    [InlineData(1.9, 0.187073)]
    [InlineData(2.5, 1.248372)]
    [InlineData(4.0, 6.736455)]
    [InlineData(6.0, 20.301181)]
    [InlineData(8.0, 40.688274)]
    [InlineData(12.0, 100.521457)]
    public void The_cross_section_agrees_with_another_code(double neutrinoMeV, double expected) =>
        Assert.InRange(InverseBetaDecay.EvaluateCrossSection(neutrinoMeV) / expected, 1.0 - 5e-6, 1.0 + 5e-6);

    [Fact]
    public void Below_the_threshold_nothing_happens()
    {
        Assert.Equal(1.8061, InverseBetaDecay.ThresholdMeV, 1e-4);
        Assert.Equal(0.0, InverseBetaDecay.EvaluateCrossSection(1.8));
        Assert.True(InverseBetaDecay.EvaluateCrossSection(1.81) > 0);
    }

    [Fact]
    public void Five_angles_integrate_the_cross_section()
    {
        const int steps = 20_000;
        double sum = Enumerable.Range(0, steps).Sum(i => InverseBetaDecay.EvaluateDifferential(5.0, -1.0 + ((i + 0.5) * 2.0 / steps))) * 2.0 / steps;
        Assert.Equal(1.0, InverseBetaDecay.EvaluateCrossSection(5.0) / sum, 1e-7);
    }

    // An independent implementation (vacuum exact, matter by an expansion good to 1e-6) at 52.5 km; eight printed digits.
    [Theory]
    [InlineData(2.0, 0.68454554, 0.69813897, 0.68969190, 0.70319663)]
    [InlineData(3.0, 0.16232515, 0.13654169, 0.16806404, 0.14175724)]
    [InlineData(5.0, 0.36148259, 0.35330799, 0.36398908, 0.35502183)]
    [InlineData(8.0, 0.65400522, 0.64808950, 0.65531377, 0.64808337)]
    [InlineData(12.0, 0.78872472, 0.79175042, 0.78857938, 0.79239435)]
    public void The_survival_agrees_with_another_code(double neutrinoMeV, double vacuumNormal, double vacuumInverted, double matterNormal, double matterInverted)
    {
        Assert.Equal(vacuumNormal, Survival(s_normal, 0.0, neutrinoMeV), 1e-8);
        Assert.Equal(vacuumInverted, Survival(s_inverted, 0.0, neutrinoMeV), 1e-8);
        Assert.Equal(matterNormal, Survival(s_normal, DensityGPerCm3, neutrinoMeV), 2e-6);
        Assert.Equal(matterInverted, Survival(s_inverted, DensityGPerCm3, neutrinoMeV), 2e-6);
    }

    [Theory]
    [InlineData(2.45)]
    [InlineData(300.0)]
    public void The_survival_equals_a_numerical_diagonalisation(double densityGPerCm3)
    {
        foreach (OscillationParameters p in new[] { s_normal, s_inverted })
        {
            for (double neutrinoMeV = 1.9; neutrinoMeV < 12.0; neutrinoMeV += 0.37)
            {
                Assert.Equal(Diagonalised(p, densityGPerCm3, neutrinoMeV, 52.5), Survival(p, densityGPerCm3, neutrinoMeV), 1e-9);
            }
        }
    }

    [Fact]
    public void Derivatives_of_the_survival_equal_differences()
    {
        double[] slopes = new double[5];
        foreach (OscillationParameters p in new[] { s_normal, s_inverted })
        {
            new SurvivalProbability(p, DensityGPerCm3, ElectronFraction).Evaluate(3.3, 52.5, slopes);
            OscillationParameters[] steps =
                [p with { Sin2Theta12 = 1e-4 }, p with { Sin2Theta13 = 1e-5 }, p with { Dm21Ev2 = 1e-9 }, p with { Dm31Ev2 = 1e-8 }];
            OscillationParameters Step(int k, double side) => k switch
            {
                0 => p with { Sin2Theta12 = p.Sin2Theta12 + (side * steps[0].Sin2Theta12) },
                1 => p with { Sin2Theta13 = p.Sin2Theta13 + (side * steps[1].Sin2Theta13) },
                2 => p with { Dm21Ev2 = p.Dm21Ev2 + (side * steps[2].Dm21Ev2) },
                _ => p with { Dm31Ev2 = p.Dm31Ev2 + (side * steps[3].Dm31Ev2) },
            };
            double[] sizes = [1e-4, 1e-5, 1e-9, 1e-8];
            for (int k = 0; k < sizes.Length; k++)
            {
                double difference = (Survival(Step(k, 1.0), DensityGPerCm3, 3.3) - Survival(Step(k, -1.0), DensityGPerCm3, 3.3)) / (2.0 * sizes[k]);
                Assert.Equal(1.0, slopes[k] / difference, 1e-4);
            }

            double potential = -1.52e-7 * ElectronFraction * DensityGPerCm3 * 3.3;
            double byDensity = (Survival(p, 1.01 * DensityGPerCm3, 3.3) - Survival(p, 0.99 * DensityGPerCm3, 3.3)) / (0.02 * potential);
            Assert.Equal(1.0, slopes[4] / byDensity, 1e-4);
        }
    }

    // The published polynomials, computed independently; six printed decimals.
    [Theory]
    [InlineData(2.0, 1.321406, 1.394055, 1.090077, 1.261463)]
    [InlineData(4.0, 0.292267, 0.441708, 0.198084, 0.276790)]
    [InlineData(8.0, 0.001474, 0.003945, 0.000489, 0.000947)]
    public void The_polynomials_agree_with_another_code(double neutrinoMeV, double u235, double u238, double pu239, double pu241)
    {
        double[] expected = [u235, u238, pu239, pu241];
        string[] names = ["U235", "U238", "Pu239", "Pu241"];
        foreach ((string name, double value) in names.Zip(expected))
        {
            Assert.Equal(value, FissionSpectrum.PolynomialPerMeV(Reactors.Juno.Isotopes.Single(isotope => isotope.Name == name), neutrinoMeV), 6e-7);
        }
    }

    [Fact]
    public void Tables_are_exponentials_between_and_beyond_their_points()
    {
        FissionIsotope isotope = Reactors.Juno.Isotopes.Single(found => found.Name == "U235");
        Assert.Equal(0.29357, FissionSpectrum.IsotopePerMeV(isotope, 4.0), 1e-12);
        Assert.Equal(Math.Sqrt(0.29357 * 0.230449), FissionSpectrum.IsotopePerMeV(isotope, 4.125), 1e-9);
        Assert.Equal(0.00161601 * Math.Pow(0.00161601 / 0.00296984, 8.0), FissionSpectrum.IsotopePerMeV(isotope, 10.0), 1e-12);
    }

    private static double Survival(OscillationParameters p, double densityGPerCm3, double neutrinoMeV) =>
        new SurvivalProbability(p, densityGPerCm3, ElectronFraction).Evaluate(neutrinoMeV, 52.5);

    // P = |sum_i U_ei^2 exp(-i lambda_i L/2E)|^2 with the eigenvectors of the 3 x 3 Hamiltonian (real for delta = 0, on which P does not depend).
    private static double Diagonalised(OscillationParameters p, double densityGPerCm3, double neutrinoMeV, double baselineKm)
    {
        (double s12, double c12) = (Math.Sqrt(p.Sin2Theta12), Math.Sqrt(1.0 - p.Sin2Theta12));
        (double s13, double c13) = (Math.Sqrt(p.Sin2Theta13), Math.Sqrt(1.0 - p.Sin2Theta13));
        Matrix<double> solar = Matrix<double>.Build.DenseOfArray(new[,] { { c12, s12, 0.0 }, { -s12, c12, 0.0 }, { 0.0, 0.0, 1.0 } });
        Matrix<double> reactor = Matrix<double>.Build.DenseOfArray(new[,] { { c13, 0.0, s13 }, { 0.0, 1.0, 0.0 }, { -s13, 0.0, c13 } });
        Matrix<double> mixing = reactor * solar;
        Matrix<double> hamiltonian = mixing * Matrix<double>.Build.DenseOfDiagonalArray([0.0, p.Dm21Ev2, p.Dm31Ev2]) * mixing.Transpose();
        hamiltonian[0, 0] += -1.52e-7 * ElectronFraction * densityGPerCm3 * neutrinoMeV;
        Evd<double> modes = hamiltonian.Evd(Symmetricity.Symmetric);
        (double real, double imaginary) = (0.0, 0.0);
        for (int i = 0; i < 3; i++)
        {
            double weight = modes.EigenVectors[0, i] * modes.EigenVectors[0, i];
            double phase = 2.0 * 1266.93268 * modes.EigenValues[i].Real * baselineKm / neutrinoMeV;
            real += weight * Math.Cos(phase);
            imaginary += weight * Math.Sin(phase);
        }

        return (real * real) + (imaginary * imaginary);
    }
}
