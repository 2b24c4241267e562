using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;
using Isolux.Sensitivity.Studies;
using Isolux.Storage.Documents;

namespace Isolux.Bench;

/// <summary>Predictions and fits of reactor spectra.</summary>
internal static class SensitivityWorkloads
{
    public static IEnumerable<Measurement> All()
    {
        ReactorExperiment experiment = DetectorLoader.Load("juno", []).Reactors!;
        SpectrumSettings settings = new()
        {
            Resolution = experiment.Resolution,
            Scale = PositronEnergyScale.Of(experiment),
            FullPowerDays = 6.5 * 365.25,
        };
        SpectrumModel model = new(experiment, settings);
        double[] values = new double[model.ParameterCount];
        (values[0], values[1], values[2], values[3]) = (experiment.Normal.Sin2Theta12, experiment.Normal.Sin2Theta13, experiment.Normal.Dm21Ev2, experiment.Normal.Dm31Ev2);
        double[] expected = new double[model.Bins.Count];
        double[][] slopes = [.. values.Select(_ => new double[expected.Length])];
        OrderingTest test = new(new SpectrumFit(model, ChiSquareForm.CombinedNeymanPearson));
        const int predictions = 200;
        yield return new Measurement("predictions of 9 cores in 340 bins, all systematics", "predictions", 1000, predictions, () => Repeat(predictions, () => model.Predict(values, expected)));
        yield return new Measurement("the same with all derivatives", "predictions", null, predictions, () => Repeat(predictions, () => model.Differentiate(values, expected, slopes)));
        yield return new Measurement("delta chi2 of both orderings, set-up included", "tests", 0.5, 2, () => Repeat(2, () => new OrderingTest(new SpectrumFit(new SpectrumModel(experiment, settings), ChiSquareForm.CombinedNeymanPearson)).Evaluate(experiment.Normal)));
        yield return new Measurement("delta chi2 of both orderings, set-up done", "tests", 0.5, 4, () => Repeat(4, () => test.Evaluate(experiment.Normal)));
    }

    private static void Repeat(int count, Action work)
    {
        for (int i = 0; i < count; i++)
        {
            work();
        }
    }
}
