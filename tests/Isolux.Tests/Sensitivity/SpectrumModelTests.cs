using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Signal;
using Isolux.Sensitivity.Spectra;
using Xunit;

namespace Isolux.Tests.Sensitivity;

public sealed class SpectrumModelTests
{
    private static readonly SpectrumModel s_model = new(Reactors.Juno, Reactors.Settings);

    // JUNO Collaboration, arXiv:2204.13249, Table 2. Tolerance: 2 % and half a printed digit (0.05 per day).
    [Fact]
    public void Events_per_core_agree_with_the_published_table()
    {
        ImmutableArray<double> perDay = s_model.CoreEventsPerDay(Reactors.Juno.Normal, Reactors.Settings.FullPowerDays);
        Assert.All(Reactors.Juno.Cores.Zip(perDay), pair =>
            Assert.InRange(pair.Second - pair.First.PublishedIbdPerDay!.Value, (-0.02 * pair.Second) - 0.05, (0.02 * pair.Second) + 0.05));
        Assert.InRange(perDay.Sum() / 47.1, 0.98, 1.02);
    }

    // The same table prints shares of the total with three digits: 47.1 per day split by them is its sharper statement, and every core meets it within 2 %.
    [Fact]
    public void Events_per_core_agree_with_the_published_shares_of_the_published_total_within_two_percent()
    {
        ImmutableArray<double> perDay = s_model.CoreEventsPerDay(Reactors.Juno.Normal, Reactors.Settings.FullPowerDays);
        Assert.All(Reactors.Juno.Cores.Zip(perDay), pair =>
        {
            Assert.Equal(pair.First.PublishedSharePercent!.Value, 100.0 * pair.Second / perDay.Sum(), 0.1);
            Assert.InRange(pair.Second / (0.01 * pair.First.PublishedSharePercent!.Value * Reactors.Juno.PublishedIbdPerDay!.Value), 0.98, 1.02);
        });
    }

    [Fact]
    public void The_standard_binning_has_340_bins()
    {
        EnergyBins bins = EnergyBins.Standard;
        Assert.Equal(340, bins.Count);
        Assert.Equal(0.14, bins.WidthMeV(0), 1e-12);
        Assert.Equal(0.02, bins.WidthMeV(325), 1e-12);
        Assert.Equal(0.04, bins.WidthMeV(326), 1e-12);
        Assert.Equal(3.8, bins.WidthMeV(339), 1e-12);
    }

    // Slow oracle: the positron's angle, the energy scale and the Gaussian by nested midpoint sums. Five angles of a spread as wide as the resolution (7 MeV) are good to 1e-4.
    [Fact]
    public void The_folded_response_equals_brute_force()
    {
        double[] energies = [2.2, 4.0, 7.0];
        EnergyBins bins = EnergyBins.Uniform(40, 0.8, 8.8);
        ResolutionModel resolution = Reactors.Settings.Resolution;
        ResponseMatrix response = new(energies, bins, Reactors.Scale, resolution);
        for (int i = 0; i < energies.Length; i++)
        {
            double[] folded = new double[bins.Count];
            double[] one = new double[energies.Length];
            one[i] = 1.0;
            response.AddFolded(one, folded);
            Assert.Equal(1.0, folded.Sum(), 1e-6);
            double[] brute = Brute(energies[i], bins, resolution);
            Assert.All(folded.Zip(brute), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        }
    }

    [Fact]
    public void The_shift_of_the_response_equals_a_difference()
    {
        double[] energies = [2.2, 4.0, 7.0];
        EnergyBins bins = EnergyBins.Uniform(100, 0.8, 8.8);
        const double step = 1e-4;
        ResponseMatrix nominal = new(energies, bins, Reactors.Scale, Reactors.Settings.Resolution);
        ResponseMatrix up = new(energies, bins, Reactors.Scale.Distort(visible => 1.0 + (step / visible)), Reactors.Settings.Resolution);
        ResponseMatrix down = new(energies, bins, Reactors.Scale.Distort(visible => 1.0 - (step / visible)), Reactors.Settings.Resolution);
        double[] slope = new double[bins.Count];
        double[] difference = new double[bins.Count];
        nominal.AddFoldedShift([1.0, 1.0, 1.0], slope);
        up.AddFolded([1.0, 1.0, 1.0], difference);
        down.AddFolded([-1.0, -1.0, -1.0], difference);
        double largest = slope.Max(Math.Abs);
        Assert.All(slope.Zip(difference), pair => Assert.Equal(pair.Second / (2.0 * step), pair.First, 2e-3 * largest));
    }

    [Theory]
    [InlineData(MassOrdering.Normal)]
    [InlineData(MassOrdering.Inverted)]
    public void Derivatives_of_the_prediction_equal_differences(MassOrdering ordering)
    {
        double[] values = Reactors.Values(s_model, Reactors.Juno.Truth(ordering));
        for (int k = SpectrumModel.OscillationCount; k < values.Length; k++)
        {
            values[k] = 0.3 * Math.Sin(k);
        }

        double[] expected = new double[s_model.Bins.Count];
        double[][] slopes = [.. values.Select(_ => new double[expected.Length])];
        s_model.Differentiate(values, expected, slopes);
        double[] direct = new double[expected.Length];
        s_model.Predict(values, direct);
        Assert.All(expected.Zip(direct), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * pair.First));
        double[] steps = [1e-5, 1e-6, 1e-9, 1e-8, .. Enumerable.Repeat(1e-3, s_model.Nuisances.Length)];
        double[] up = new double[expected.Length];
        double[] down = new double[expected.Length];
        for (int k = 0; k < values.Length; k++)
        {
            double centre = values[k];
            values[k] = centre + steps[k];
            s_model.Predict(values, up);
            values[k] = centre - steps[k];
            s_model.Predict(values, down);
            values[k] = centre;
            double largest = slopes[k].Max(Math.Abs);
            Assert.True(largest > 0);
            Assert.All(Enumerable.Range(0, expected.Length), bin => Assert.Equal(slopes[k][bin], (up[bin] - down[bin]) / (2.0 * steps[k]), 2e-4 * largest));
        }
    }

    [Fact]
    public void A_finer_grid_changes_nothing()
    {
        double[] values = Reactors.Values(s_model, Reactors.Juno.Normal);
        SpectrumModel fine = new(Reactors.Juno, Reactors.Settings with { StepMeV = 0.001 });
        double[] coarse = new double[s_model.Bins.Count];
        double[] expected = new double[s_model.Bins.Count];
        s_model.Predict(values, coarse);
        fine.Predict(values, expected);
        double chi2 = coarse.Zip(expected, (left, right) => (left - right) * (left - right) / right).Sum();
        Assert.InRange(chi2, 0.0, 0.05);
    }

    private static double[] Brute(double neutrinoMeV, EnergyBins bins, ResolutionModel resolution)
    {
        const int angles = 400;
        const int parts = 50;
        double[] counts = new double[bins.Count];
        double total = 0;
        for (int a = 0; a < angles; a++)
        {
            double cosTheta = -1.0 + ((a + 0.5) * 2.0 / angles);
            double weight = InverseBetaDecay.EvaluateDifferential(neutrinoMeV, cosTheta);
            total += weight;
            double visible = Reactors.Scale.VisibleMeV(InverseBetaDecay.PositronEnergyMeV(neutrinoMeV, cosTheta) + InverseBetaDecay.ElectronMassMeV);
            double width = resolution.WidthMeV(visible);
            for (int bin = 0; bin < counts.Length; bin++)
            {
                double step = bins.WidthMeV(bin) / parts;
                for (int k = 0; k < parts; k++)
                {
                    double z = (bins.EdgesMeV[bin] + ((k + 0.5) * step) - visible) / width;
                    counts[bin] += weight * step * Math.Exp(-0.5 * z * z) / (width * Math.Sqrt(2.0 * Math.PI));
                }
            }
        }

        return [.. counts.Select(count => count / total)];
    }
}
