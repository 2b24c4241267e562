using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Calibration.Peaks;
using Isolux.Numerics.Fitting;
using Isolux.Strategy.Capsules;
using Isolux.Strategy.NonLinearity;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>Sizes of the correlated biases by capsules.</summary>
public sealed class LadderBiasesTests
{
    private static readonly LinePeak s_peak = new()
    {
        Status = FitStatus.Converged,
        Refusal = string.Empty,
        Mean = 1000.0,
        MeanError = 1.0,
        Sigma = 30.0,
        SigmaError = 1.0,
        Chi2 = 10.0,
        Ndf = 10,
        PValue = 0.5,
        WindowLow = 500.0,
        WindowHigh = 1100.0,
        Spectrum = [],
    };

    [Fact]
    public void Computed_sizes_are_relative_to_the_reference_and_one_error_more()
    {
        ImmutableArray<CapsuleBias> biases = [Bias("Cs137", -0.06, 0.03, -0.10, 0.004), Bias("n-H", 0.0, 0.0, -0.04, 0.003), Bias("K40", 0.02, 0.01, -0.07, 0.004)];
        ImmutableArray<CorrelatedBias> found = LadderBiases.OfCapsules(biases, "n-H");
        (CorrelatedBias shadowing, CorrelatedBias loss) = (found[0], found[1]);
        Assert.Equal(-0.065e-2, shadowing.ShiftFraction(Point("Cs137")), 12);
        Assert.Equal(-0.09e-2, loss.ShiftFraction(Point("Cs137")), 12);

        // A positive value is statistics: only its error counts.
        Assert.Equal(-0.01e-2, loss.ShiftFraction(Point("K40")), 12);
        Assert.Equal(0.0, shadowing.ShiftFraction(Point("n-H")));
        Assert.Equal(0.0, shadowing.ShiftFraction(Point("n-C")));
        Assert.All(found, bias => Assert.Equal(BiasKind.OneSided, bias.Kind));
    }

    [Fact]
    public void Published_bounds_are_the_same_for_all_capsules()
    {
        ImmutableArray<CorrelatedBias> bounds = LadderBiases.OfCapsules(["Cs137", "K40"]);
        Assert.Equal([-0.0015, -0.0006], bounds.Select(bias => bias.ShiftFraction(Point("K40"))));
    }

    private static GammaPoint Point(string name) => new(name, [1.0], 0.95, 0.001);

    private static CapsuleBias Bias(string line, double lossPercent, double lossError, double shadowPercent, double shadowError) => new(
        line,
        1.0,
        new EnergyLoss(0.2, ImmutableDictionary<PeakShape, MeasuredPercent>.Empty.Add(PeakShape.Gaussian, new MeasuredPercent(lossPercent, lossError)), PeakShape.Gaussian, s_peak),
        new Shadowing(new MeasuredPercent(shadowPercent, shadowError), []));
}
