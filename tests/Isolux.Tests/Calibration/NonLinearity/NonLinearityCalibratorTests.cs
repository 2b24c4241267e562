using Isolux.Calibration.NonLinearity;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Calibration.NonLinearity;

/// <summary>Closure of both models: what is put in comes out, with the errors that are quoted.</summary>
public sealed class NonLinearityCalibratorTests
{
    private static readonly double[] BirksTruth = [1.06, 9.0, 0.8];
    private static readonly double[] EmpiricalTruth = [1.04, 0.18, 1.7, 0.0008];
    private static readonly NonLinearitySettings Settings = new() { ToyCount = 24, Threads = 2 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_Birks_model_gets_its_own_truth_back(bool withBeta) => RequireTruth(new BirksCherenkovModel(ToyScintillator.Light), BirksTruth, withBeta);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_empirical_model_gets_its_own_truth_back(bool withBeta) => RequireTruth(new EmpiricalModel(), EmpiricalTruth, withBeta);

    [Fact]
    public void A_truth_that_neither_model_can_represent_stays_within_one_percent_and_inside_the_common_band()
    {
        NonLinearityData data = ToyScintillator.Predict(new SecondOrderQuenching(), [], withBeta: true);
        NonLinearityCurve birks = Calibrate(data, new BirksCherenkovModel(ToyScintillator.Light)).Curves.Positron;
        NonLinearityCurve empirical = Calibrate(data, new EmpiricalModel()).Curves.Positron;
        for (int i = 0; i < birks.EnergiesMeV.Length; i++)
        {
            double energyMeV = birks.EnergiesMeV[i];
            if (energyMeV is < 2.0 or > 9.0)
            {
                continue;
            }

            double truth = Positron(data, new SecondOrderQuenching(), energyMeV);
            Assert.Equal(1.0, birks.Ratio[i] / truth, 0.01);
            Assert.Equal(1.0, empirical.Ratio[i] / truth, 0.01);
            Assert.InRange(truth, Math.Min(birks.LowRatio[i], empirical.LowRatio[i]), Math.Max(birks.HighRatio[i], empirical.HighRatio[i]));
        }
    }

    [Fact]
    public void Pulls_of_toys_are_standard()
    {
        // False alarm 1e-4 per parameter with a fresh seed; the seed is fixed.
        const int Toys = 60;
        BirksCherenkovModel model = new(ToyScintillator.Light);
        NonLinearityData truth = ToyScintillator.Predict(model, BirksTruth, withBeta: true);
        double[][] pulls = [.. Enumerable.Range(0, Toys).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(toy => Pulls(truth, model, toy))];
        for (int p = 0; p < BirksTruth.Length; p++)
        {
            double[] ofParameter = [.. pulls.Select(toy => toy[p])];
            StatisticalAssert.PullsAreStandard(ofParameter, 1e-4);
            StatisticalAssert.RejectsMutant("errors half as large", () => StatisticalAssert.PullsAreStandard(Array.ConvertAll(ofParameter, pull => 2.0 * pull), 1e-4));
        }
    }

    [Fact]
    public void A_common_scale_of_all_peaks_moves_the_scale_parameter_alone()
    {
        // One scale in [-1, 1] times 1 %: variance 1e-4/3 of A relative, nothing for the shape.
        BirksCherenkovModel model = new(ToyScintillator.Light);
        NonLinearityData data = ToyScintillator.Predict(model, BirksTruth, withBeta: false, new CorrelatedBias("scale", BiasKind.TwoSided, 1.0, null, []));
        NonLinearityResult result = Calibrate(data, model);
        double added = result.Covariance[0, 0] - result.Fit.Covariance[0, 0];
        Assert.Equal(BirksTruth[0] * BirksTruth[0] * 1e-4 / 3.0, added, 1e-7);
        Assert.Equal(result.Fit.Covariance[1, 1], result.Covariance[1, 1], 1e-3 * result.Fit.Covariance[1, 1]);
    }

    [Fact]
    public void A_bias_that_lowers_peaks_widens_the_band_upwards()
    {
        EmpiricalModel model = new();
        NonLinearityData plain = ToyScintillator.Predict(model, EmpiricalTruth, withBeta: false);
        NonLinearityData shadowed = ToyScintillator.Predict(model, EmpiricalTruth, withBeta: false, new CorrelatedBias("shadow", BiasKind.OneSided, -1.0, null, []));
        NonLinearityCurve without = Calibrate(plain, model).Curves.Gamma;
        NonLinearityCurve with = Calibrate(shadowed, model).Curves.Gamma;
        int at2MeV = without.EnergiesMeV.IndexOf(2.0);
        Assert.True(with.HighRatio[at2MeV] > without.HighRatio[at2MeV] + 0.004);
        Assert.True(with.LowRatio[at2MeV] >= without.LowRatio[at2MeV] - 0.0005);
    }

    [Fact]
    public void The_result_is_the_same_on_any_number_of_threads()
    {
        NonLinearityData data = ToyScintillator.Predict(new EmpiricalModel(), EmpiricalTruth, withBeta: true);
        NonLinearitySettings settings = new() { ToyCount = 20 };
        NonLinearityResult one = Calibrate(data, new EmpiricalModel(), settings);
        NonLinearityResult two = Calibrate(data, new EmpiricalModel(), settings with { Threads = 2 });
        Assert.Equal(one.Curves.Positron.HighRatio, two.Curves.Positron.HighRatio);
        Assert.Equal(one.PositronCovariance, two.PositronCovariance);
    }

    [Fact]
    public void The_payload_evaluates_the_fitted_curves_and_survives_a_round_trip()
    {
        BirksCherenkovModel model = new(ToyScintillator.Light);
        NonLinearityResult result = Calibrate(ToyScintillator.Predict(model, BirksTruth, withBeta: true), model);
        ElectronNonLinearityPayload payload = result.ToPayload("toy");
        ElectronNonLinearityPayload read = Assert.IsType<ElectronNonLinearityPayload>(PayloadCodec.Decode(PayloadCodec.Encode(payload)));
        NonLinearityCurve positron = result.Curves.Positron;
        for (int i = 10; i < positron.EnergiesMeV.Length; i += 20)
        {
            double kineticMeV = positron.EnergiesMeV[i] - positron.EnergiesMeV[0];
            Assert.Equal(positron.Ratio[i], read.PositronVisibleMeV(kineticMeV) / positron.EnergiesMeV[i], 2e-4);
        }
    }

    private static NonLinearityResult Calibrate(NonLinearityData data, IElectronModel model, NonLinearitySettings? settings = null) =>
        new NonLinearityCalibrator(settings ?? Settings, ToyScintillator.Spectra).Calibrate(data, model, null, TestContext.Current.CancellationToken);

    private static void RequireTruth(IElectronModel model, double[] truth, bool withBeta)
    {
        NonLinearityData data = ToyScintillator.Predict(model, truth, withBeta);
        NonLinearityResult result = Calibrate(data, model);
        Assert.Equal(FitStatus.Converged, result.Fit.Status);
        Assert.InRange(result.Fit.Chi2, 0.0, 1e-3);
        for (int i = 0; i < truth.Length; i++)
        {
            Assert.Equal(truth[i], result.Fit.Parameters[i], 0.02 * result.Fit.Errors[i]);
        }

        NonLinearityCurve positron = result.Curves.Positron;
        for (int i = 0; i < positron.EnergiesMeV.Length; i++)
        {
            Assert.InRange(positron.Ratio[i], positron.LowRatio[i], positron.HighRatio[i]);
            Assert.Equal(1.0, positron.Ratio[i] / Positron(data, model, positron.EnergiesMeV[i], truth), 1e-4);
        }
    }

    private static double[] Pulls(NonLinearityData truth, IElectronModel model, int toy)
    {
        RandomSequence random = new(11, 0, RandomStream.Toy, (uint)toy, 0);
        double[] values = [.. truth.Gammas.Select(point => point.VisibleRatio), .. truth.Beta!.ObservedCount];
        double[] errors = [.. truth.Gammas.Select(point => point.Error), .. truth.Beta.Errors];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += errors[i] * random.NextNormal();
        }

        NonLinearityData data = ToyScintillator.WithValues(truth, values, truth.Beta.Errors);
        NonLinearityPredictor predictor = new(data, ToyScintillator.Spectra);
        FitResult fit = new LeastSquaresFit((p, predictions) => predictor.Predict(model, p, predictions), predictor.Parameters(model)).Fit(values, errors);
        Assert.Equal(FitStatus.Converged, fit.Status);
        return [.. BirksTruth.Select((value, i) => (fit.Parameters[i] - value) / fit.Errors[i])];
    }

    // Written out once more, so that the calibrator is not its own witness.
    private static double Positron(NonLinearityData data, IElectronModel model, double energyMeV, params double[] parameters)
    {
        const double mass = Isolux.Quantities.PhysicalConstants.ElectronMassMeV;
        double[] ratio = new double[1];
        double kineticMeV = Math.Max(energyMeV - (2.0 * mass), 1e-9);
        model.Evaluate([kineticMeV], parameters, ratio);
        double annihilationMeV = 2.0 * mass * new NonLinearityPredictor(data, ToyScintillator.Spectra).GammaCurve(model, parameters).Evaluate(Math.Log(mass));
        return ((kineticMeV * ratio[0]) + annihilationMeV) / energyMeV;
    }
}
