using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>
/// Average data of a distorted energy scale, fitted with the undistorted one: once with the scale trusted, once with the calibrated band as nuisance parameters.
/// </summary>
/// <param name="experiment">The experiment; its normal ordering is true.</param>
/// <param name="resolution">Energy resolution.</param>
/// <param name="fullPowerYears">Years at full power.</param>
public sealed class ScaleStudy(ReactorExperiment experiment, ResolutionModel resolution, double fullPowerYears)
{
    private const double DaysPerYear = 365.25;
    private const double TiltPerMeV = 1.0 / 3.0;
    private const double LowMeV = 1.0;
    private const double HighMeV = 8.0;

    private readonly PositronEnergyScale _scale = PositronEnergyScale.Of(experiment);

    /// <summary>Sizes of offsets and tilts, percent; default -1 to 1.</summary>
    public ImmutableArray<double> SizesPercent { get; init; } = [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0];

    /// <summary>Minimised form; default the combined Neyman and Pearson form.</summary>
    public ChiSquareForm Form { get; init; } = ChiSquareForm.CombinedNeymanPearson;

    /// <summary>Scales drawn from the band; default 24.</summary>
    public int BandCount { get; init; } = 24;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Evaluates offsets, tilts and the band.</summary>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    public ScaleResult Evaluate(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int total = (2 * SizesPercent.Length) + BandCount;
        int done = 0;
        SpectrumModel free = new(experiment, Settings(_scale, Ingredients.All));
        SpectrumModel held = new(experiment, Settings(_scale, Ingredients.All & ~Ingredients.NonLinearityErrors));
        ScalePoint Next(double sizePercent, PositronEnergyScale truth)
        {
            cancellation.ThrowIfCancellationRequested();
            ScalePoint point = Compare(sizePercent, truth, free, held);
            progress?.Report((double)++done / total);
            return point;
        }

        return new ScaleResult(
            [.. SizesPercent.Select(size => Next(size, _scale.Distort(_ => 1.0 + (0.01 * size))))],
            [.. SizesPercent.Select(size => Next(size, _scale.Distort(visible => 1.0 + (0.01 * size * TiltPerMeV * (visible - PhysicalConstants.HydrogenCaptureGammaMeV)))))],
            [.. Enumerable.Range(0, BandCount).Select(i => Draw(i)).Select(truth => Next(Size(truth), truth))]);
    }

    private PositronEnergyScale Draw(int index)
    {
        RandomSequence random = new(Seed, 0, RandomStream.Toy, (uint)index, 0);
        double[] pulls = new double[_scale.Modes.Length];
        for (int k = 0; k < pulls.Length; k++)
        {
            pulls[k] = random.NextNormal();
        }

        return _scale.Move(pulls);
    }

    private double Size(PositronEnergyScale truth) => 100.0 * Enumerable.Range(0, 71)
        .Select(i => LowMeV + 0.1 + (i * (HighMeV - LowMeV - 0.1) / 70.0))
        .Select(energy => (truth.VisibleMeV(energy) / _scale.VisibleMeV(energy)) - 1.0)
        .MaxBy(Math.Abs);

    private ScalePoint Compare(double sizePercent, PositronEnergyScale truth, SpectrumModel free, SpectrumModel held)
    {
        SpectrumModel distorted = new(experiment, Settings(truth, Ingredients.All & ~Ingredients.NonLinearityErrors));
        ImmutableArray<double> data = new SpectrumFit(distorted, Form).Asimov(experiment.Normal);
        OrderingSensitivity trusted = new OrderingTest(new SpectrumFit(held, Form)).Evaluate(data, experiment.Normal);
        OrderingSensitivity moved = new OrderingTest(new SpectrumFit(free, Form)).Evaluate(data, experiment.Normal);
        OscillationParameters found = trusted.Right.Oscillation;
        double Shift(double value, double true_) => 100.0 * ((value / true_) - 1.0);
        return new ScalePoint(
            sizePercent,
            trusted.DeltaChi2,
            moved.DeltaChi2,
            trusted.Right.Chi2,
            Shift(found.Sin2Theta12, experiment.Normal.Sin2Theta12),
            Shift(found.Dm21Ev2, experiment.Normal.Dm21Ev2),
            Shift(found.Dm31Ev2, experiment.Normal.Dm31Ev2));
    }

    private SpectrumSettings Settings(PositronEnergyScale scale, Ingredients ingredients) =>
        new() { Resolution = resolution, Scale = scale, FullPowerDays = fullPowerYears * DaysPerYear, Ingredients = ingredients };
}
