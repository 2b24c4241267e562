using System.Collections.Immutable;
using Isolux.Calibration.Resolution;
using Isolux.Detector.Light;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>Toys: two rows of the same events, the second with a little noise of its own.</summary>
public sealed class ResolutionTableTests
{
    private const int Events = 1500;
    private const double ExtraFraction = 0.006;
    private static readonly ResolutionModel Truth = new(0.0262, 0.0073, 0.0138);

    [Fact]
    public void The_paired_error_is_the_scatter_of_repeated_experiments_and_far_below_the_unpaired_one()
    {
        ResolutionTable table = new(3, 2);
        RunningMoments steps = new();
        for (uint toy = 0; toy < 60; toy++)
        {
            ImmutableArray<ResolutionRowFit> fits = table.FitRows(Rows(toy));
            steps.Add(fits[1].Fit.Model.EffectiveResolution - fits[0].Fit.Model.EffectiveResolution);
        }

        ImmutableArray<PromptRow> rows = Rows(0);
        ImmutableArray<ResolutionRowFit> first = table.FitRows(rows);
        RowStep step = Assert.Single(table.Steps(rows, [(0, 1)]));
        double paired = step.DeltaError;

        // Scatter of 60 toys and 60 replicas each know the width to 9 %: together 13 %, four times that is allowed.
        Assert.InRange(paired / steps.StandardDeviation, 0.6, 1.65);
        double unpaired = Math.Sqrt(Math.Pow(first[0].Fit.EffectiveResolutionError, 2) + Math.Pow(first[1].Fit.EffectiveResolutionError, 2));
        Assert.True(paired < 0.7 * unpaired, $"paired {paired:G3}, unpaired {unpaired:G3}");

        // The second row's width is known in closed form: the noise adds to b in quadrature.
        double later = new ResolutionModel(Truth.A, Math.Sqrt((Truth.B * Truth.B) + (ExtraFraction * ExtraFraction)), Truth.C).EffectiveResolution;
        StatisticalAssert.Agrees(steps.Mean, steps.MeanError, later - Truth.EffectiveResolution, 1e-4);
        StatisticalAssert.RejectsMutant("no step", () => StatisticalAssert.Agrees(steps.Mean, steps.MeanError, 0.0, 1e-4));
    }

    [Fact]
    public void The_bias_is_the_mean_shift_of_the_peaks_and_its_error_holds_that_of_the_light_yield()
    {
        const double shift = 0.002;
        const double yieldError = 0.003;
        PromptRow first = Rows(4)[0];
        PromptRow shifted = new("shifted", [.. first.EnergiesMeV.Select(energies => Array.ConvertAll(energies, value => (1.0 + shift) * value))]);
        RowStep exact = Assert.Single(new ResolutionTable(3, 2).Steps([first, shifted], [(0, 1)]));
        Assert.Equal(shift, exact.BiasFraction, 1e-5);
        Assert.InRange(exact.BiasError, 0.0, 1e-5);

        RandomSequence random = new(62, 0, RandomStream.Toy, 0, 0);
        double[] replicas = new double[ResolutionTable.Replicas];
        for (int i = 0; i < replicas.Length; i++)
        {
            replicas[i] = 1.0 + (yieldError * random.NextNormal());
        }

        RowStep recalibrated = Assert.Single(new ResolutionTable(3, 2).Steps([first, shifted with { YieldReplicas = [.. replicas] }], [(0, 1)]));
        Assert.Equal(exact.BiasFraction, recalibrated.BiasFraction);

        // Sixty replicas know a width to 9 %: four times that.
        Assert.InRange(recalibrated.BiasError / yieldError, 0.64, 1.36);
    }

    [Fact]
    public void Only_rows_of_changed_detectors_carry_a_base_and_a_bias()
    {
        ImmutableArray<PromptRow> rows = Rows(7);
        ImmutableArray<PromptRow> named = [rows[0] with { Name = ResolutionRowNames.FinitePoints }, rows[1] with { Name = ResolutionRowNames.VertexSmearing }, rows[1] with { Name = ResolutionRowNames.QeSpread }];
        ResolutionTable table = new(3, 2);
        ResolutionSummary summary = new ResolutionTableSummary(null).Summarise(new ResolutionRows(table.FitRows(named), table.Steps(named, [(0, 1), (1, 2)])));
        Assert.Equal([null, null, ResolutionRowNames.VertexSmearing], summary.Rows.Select(row => row.BaseRow));
        Assert.Equal([null, null, 0.0], summary.Rows.Select(row => row.BiasPercent));
        Assert.Equal([null, null, 0.0], summary.Rows.Select(row => row.BiasErrorPercent));
        Assert.Equal(0.0, summary.Steps[1].DeltaATildePercent);
        Assert.Equal(ResolutionRowNames.QeSpread, summary.Steps[1].To);
    }

    [Fact]
    public void Fits_and_step_errors_do_not_depend_on_threads()
    {
        ImmutableArray<PromptRow> rows = Rows(5);
        Assert.Equal(new ResolutionTable(3, 1).Steps(rows, [(0, 1)]), new ResolutionTable(3, 2).Steps(rows, [(0, 1)]));
        Assert.Equal(
            new ResolutionTable(3, 1).FitRows(rows).Select(fit => fit.Fit.Model),
            new ResolutionTable(3, 2).FitRows(rows).Select(fit => fit.Fit.Model));
        Assert.NotEqual(new ResolutionTable(3, 2).Steps(rows, [(0, 1)]), new ResolutionTable(4, 2).Steps(rows, [(0, 1)]));
    }

    [Fact]
    public void The_direct_reading_agrees_with_the_fit()
    {
        ImmutableArray<ResolutionRowFit> fits = new ResolutionTable(3, 2).FitRows(Rows(9));
        StatisticalAssert.Agrees(fits[0].DirectFraction, fits[0].DirectError, Truth.EffectiveResolution, 1e-4);
        StatisticalAssert.RejectsMutant("20 % wider", () => StatisticalAssert.Agrees(1.2 * fits[0].DirectFraction, fits[0].DirectError, Truth.EffectiveResolution, 1e-4));
    }

    private static ImmutableArray<PromptRow> Rows(uint toy)
    {
        int energies = PositronEnergies.AllMeV.Length;
        double[][] first = new double[energies][];
        double[][] second = new double[energies][];
        for (int energy = 0; energy < energies; energy++)
        {
            double visibleMeV = (0.98 * PositronEnergies.AllMeV[energy]) + 1.0;
            RandomSequence random = new(61, 0, RandomStream.Toy, toy, (uint)energy);
            first[energy] = new double[Events];
            second[energy] = new double[Events];
            for (int i = 0; i < Events; i++)
            {
                double value = visibleMeV * (1.0 + (Truth.Evaluate(visibleMeV) * random.NextNormal()));
                first[energy][i] = value;
                second[energy][i] = value + (visibleMeV * ExtraFraction * random.NextNormal());
            }
        }

        return [new PromptRow("first", first), new PromptRow("second", second)];
    }
}
