using System.Collections.Immutable;
using Isolux.Calibration.Resolution;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Fitting;
using Isolux.Sensitivity.Studies;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Ordering;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;
using Isolux.Tests.Sensitivity;
using Xunit;

namespace Isolux.Tests.Strategy;

public sealed class OrderingStudyTests
{
    private static readonly ImmutableArray<double> s_covariance = [4e-8, -2e-8, -6e-8, -2e-8, 2e-8, 3e-8, -6e-8, 3e-8, 2.5e-7];
    private static readonly ResolutionRows s_rows = new(
        [Row(ResolutionRowNames.IdealCorrection, 2.57, 0.73, 1.25), Row(ResolutionRowNames.VertexSmearing, 2.60, 0.82, 1.27), Row(ResolutionRowNames.QeSpread, 2.61, 0.82, 1.23)],
        [new RowStep(ResolutionRowNames.IdealCorrection, ResolutionRowNames.VertexSmearing, 0.0008, 3e-5, 0.0, 0.0), new RowStep(ResolutionRowNames.VertexSmearing, ResolutionRowNames.QeSpread, 0.0001, 4e-5, 0.0, 0.0)]);

    [Fact]
    public void A_run_is_worth_what_the_sensitivity_of_its_resolution_says()
    {
        SensitivitySummary summary = Evaluate(null, [], 2);
        SensitivityResult expected = new SensitivityStudy(Reactors.Juno, ResolutionModel.FromPercent([2.61, 0.82, 1.23])).Evaluate(6.5);
        Assert.Equal(expected.Normal.DeltaChi2, summary.DeltaChi2.NormalDeltaChi2, 1e-9);
        Assert.Equal(expected.Inverted.DeltaChi2, summary.DeltaChi2.InvertedDeltaChi2, 1e-9);
        Assert.Equal(expected.Precision.Dm31Percent, summary.PrecisionPercent.Dm31Percent, 1e-9);
        Assert.Equal(9.6, summary.PublishedDeltaChi2!.HighDeltaChi2);
        Assert.Null(summary.NonLinearity);
        Assert.Null(summary.ScaleBias);
        Assert.Equal(summary.Rows[0].DeltaChi2 - summary.DeltaChi2.NormalDeltaChi2, summary.IdealLossDeltaChi2, 1e-12);
        Assert.True(summary.IdealLossDeltaChi2 > 0.3);
        Assert.InRange(summary.BandLossDeltaChi2, 0.0, 1.0);
    }

    // 0.01 % of a~ costs about 0.1; the error of a~ from this covariance follows by hand: gradient (a, 2.56 b, c/2.56)/a~.
    [Fact]
    public void Errors_follow_the_covariance_of_the_terms()
    {
        SensitivitySummary summary = Evaluate(null, [], 1);
        double[] gradient = [2.61 / 3.02, 2.56 * 0.82 / 3.02, 1.23 / 2.56 / 3.02];
        double variance = Enumerable.Range(0, 9).Sum(k => gradient[k / 3] * s_covariance[k] * gradient[k % 3]);
        double perPercent = (summary.Rows[0].DeltaChi2 - summary.Rows[2].DeltaChi2) / (summary.Rows[2].ATildePercent - summary.Rows[0].ATildePercent);
        Assert.Equal(1.0, summary.DeltaChi2.NormalError / (perPercent * 100.0 * Math.Sqrt(variance)), 0.15);
        Assert.Equal(1.0, summary.IdealLossError!.Value / (perPercent * 0.005), 0.15);
        Assert.Equal(summary.DeltaChi2.NormalError, summary.Rows[2].DeltaChi2Error, 1e-12);
    }

    [Fact]
    public void A_true_scale_reads_back_without_a_shift_and_a_tilted_one_does_not()
    {
        ElectronNonLinearityPayload payload = Payload();
        ImmutableArray<PositronTruthPoint> Truth(double tiltPerMeV) =>
        [
            .. Enumerable.Range(0, 15).Select(i => 1.022 + (0.5 * i))
                .Select(energy => new PositronTruthPoint(energy, payload.PositronVisibleMeV(energy - 1.022) / energy * (1.0 + (tiltPerMeV * (energy - 2.2))))),
        ];
        SensitivitySummary same = Evaluate(payload, Truth(0.0), 2);
        Assert.Equal("synthetic", same.NonLinearity);
        Assert.Equal(same.ScaleBias!.DeltaChi2, same.ScaleBias.ShiftedDeltaChi2, 0.02);
        Assert.InRange(same.ScaleBias.Dm31Percent, -0.01, 0.01);
        ReleaseShift tilted = Evaluate(payload, Truth(0.0025), 2).ScaleBias!;
        Assert.True(Math.Abs(tilted.ShiftedDeltaChi2 - tilted.DeltaChi2) > 0.5);
    }

    [Fact]
    public void Another_form_of_the_scale_costs_what_its_difference_hides()
    {
        Assert.Null(Evaluate(Payload(), [], 2).FormLossDeltaChi2);
        double same = Evaluate(Payload(), [], 2, Payload()).FormLossDeltaChi2!.Value;
        double tilted = Evaluate(Payload(), [], 2, Payload(0.002)).FormLossDeltaChi2!.Value;
        Assert.Equal(0.0, same, 1e-3);
        Assert.InRange(tilted, 0.02, 2.0);
    }

    [Fact]
    public void Results_do_not_depend_on_threads() => Assert.Equivalent(Evaluate(null, [], 1), Evaluate(null, [], 2), strict: true);

    private static SensitivitySummary Evaluate(
        ElectronNonLinearityPayload? payload, ImmutableArray<PositronTruthPoint> truth, int threads, ElectronNonLinearityPayload? otherForm = null) =>
        new OrderingStudy(Reactors.Juno, threads).Evaluate(s_rows, ResolutionRowNames.QeSpread, payload, otherForm, truth, null, TestContext.Current.CancellationToken).Summary;

    private static ResolutionRowFit Row(string name, double aPercent, double bPercent, double cPercent)
    {
        ResolutionModel model = ResolutionModel.FromPercent([aPercent, bPercent, cPercent]);
        return new ResolutionRowFit(name, new ResolutionFit(FitStatus.Converged, model, 2e-4, 1.4e-4, 5e-4, s_covariance, 1e-4, 1.0, 1, []), [], 0.0, 0.0);
    }

    // The declared curve of the detector as a payload, tilted about 2.2 MeV, with a band of one mode that is flat.
    private static ElectronNonLinearityPayload Payload(double tiltPerMeV = 0.0)
    {
        ReactorExperiment juno = Reactors.Juno;
        int count = juno.PositronEnergiesMeV.Length;
        return new ElectronNonLinearityPayload(
            "synthetic", [], [], [], [0.01, 1.0, 10.0], [0.8, 0.95, 1.0], juno.PositronEnergiesMeV,
            [.. juno.PositronRatio.Zip(juno.PositronEnergiesMeV, (ratio, energy) => ratio * (1.0 + (tiltPerMeV * (energy - 2.2))))], [.. Enumerable.Repeat(1e-6, count * count)], "synthetic");
    }
}
