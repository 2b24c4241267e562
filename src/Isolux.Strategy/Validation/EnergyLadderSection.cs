using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Strategy.NonLinearity;

namespace Isolux.Strategy.Validation;

/// <summary>The non-linearity from known truths, its pulls, and the fit to measured data.</summary>
/// <param name="detector">The detector.</param>
/// <param name="lights">Gives the light of its scintillator.</param>
/// <param name="data">Measured data, with a beta spectrum and published curves.</param>
/// <param name="settings">Statistics.</param>
public sealed class EnergyLadderSection(DetectorDescription detector, ScintillatorLightProvider lights, CalibrationDataSet data, ValidationSettings settings) : IValidationSection
{
    private const int Events = 40_000;
    private const double PointError = 0.001;
    private const double FromMeV = 1.5;
    private const double ToMeV = 8.0;

    private static readonly ImmutableArray<(string Name, ImmutableArray<double> GammasMeV)> s_sources =
    [
        ("68Ge", [PhysicalConstants.ElectronMassMeV, PhysicalConstants.ElectronMassMeV]), ("137Cs", [0.661657]), ("54Mn", [0.834848]), ("60Co", [1.173228, 1.332492]), ("40K", [1.460820]),
        ("n-H", [PhysicalConstants.HydrogenCaptureGammaMeV]), ("12C*", [4.4389]), ("n-C", [4.945]), ("16O*", [6.129]),
    ];

    private static readonly ImmutableArray<string> s_capsules = ["68Ge", "137Cs", "54Mn", "60Co", "40K"];

    private static readonly ImmutableArray<CorrelatedBias> s_biases =
    [
        .. LadderBiases.OfCapsules(s_capsules),
        new("recoil of the slow neutron", BiasKind.OneSided, 0.3, null, ["16O*"]),
        LadderBiases.OfInstrument,
    ];

    /// <inheritdoc/>
    public string Name => "energy-ladder";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (detector is not { Electromagnetic: { } declared, Target: { } target } || data.NonLinearity is not { Beta: { } beta } measured || data.Published is not { } published)
        {
            throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "electromagnetic", null, "the ladder needs a model and data with a beta spectrum", "choose others"));
        }

        ScintillatorLight light = lights.Provide(detector, null, cancellation);
        progress?.Report(0.2);
        BirksCherenkovModel birks = new(light.Electrons);
        ImmutableArray<IElectronModel> models = [new EmpiricalModel(), birks];
        LadderClosure closure = new(light.Spectra, models, settings);
        (NonLinearityData simulated, double[] simulatedTruth) = Simulated(light, birks, declared, beta, cancellation);
        progress?.Report(0.4);
        (NonLinearityData foreign, double[] foreignTruth) = Foreign(light, target, beta);
        ImmutableArray<NonLinearityResult> fromSimulation = closure.Calibrate(simulated, cancellation);
        progress?.Report(0.5);
        ImmutableArray<NonLinearityResult> fromForeign = closure.Calibrate(foreign, cancellation);
        progress?.Report(0.6);
        ImmutableArray<NonLinearityResult> fromData = closure.Calibrate(measured, cancellation);
        progress?.Report(0.7);
        ImmutableArray<ImmutableArray<string>> pulls = [.. models.Zip(fromSimulation).SelectMany(pair =>
            closure.Pulls(simulated, pair.First, pair.Second.Fit.Parameters, cancellation).Select(found => Cells(pair.First.Name, found.Quantity, found.Pulls)))];
        progress?.Report(1.0);
        NonLinearityResult fitted = fromSimulation[1];
        return new ValidationPage(
            "Energy ladder: the non-linearity and the positron scale",
            [
                $"Truths: (1) `{detector.Name}` as simulated at the centre, {settings.Scale(Events):N0} events per particle and energy, gammas and positrons followed as such (kB {1e3 * declared.BirksConstantGPerCm2MeV:0.0}e-3 g/cm2/MeV, "
                + $"fC {declared.CherenkovFactor:0.00}); (2) quenching 1/(1 + kB S + C S^2) over the total stopping power with Cherenkov light, which neither model can represent.",
                $"Data: nine sources with independent errors of {PointError:P1} and the bins of 12B as in `{data.Name}`. Biases by toys: shadowing 0.15 % and energy loss 0.06 % of capsule sources, recoil 0.3 % of the 6.13 MeV line, residual instrumental "
                + $"shape 0.3 % exp(-E/2.55 MeV); the data carry half of each one-sided bias. Positrons are compared at T = 0, 0.5, ..., 8 MeV. {closure.ToyCount} toys. The common band is the hull of both models' 68 % bands.",
            ],
            [
                new ValidationTable(
                    "energy-ladder-closure", "Positron scale against the truth.",
                    ["truth", "model", "chi2/ndf", "largest bias / %", "largest half width of the band / %", "energies with the truth inside"],
                    [.. Rows("simulation", fromSimulation, simulatedTruth), .. Rows("second order", fromForeign, foreignTruth)]),
                new ValidationTable(
                    "energy-ladder-positrons", "Visible over true energy of positrons for the simulated truth, with the common band.",
                    ["T / MeV", "truth", "empirical", "birks-cherenkov", "low", "high"], Positrons(fromSimulation, simulatedTruth)),
                new ValidationTable(
                    "energy-ladder-parameters", "Parameters of birks-cherenkov from the simulated truth, beside what the detector declares.",
                    ["parameter", "fitted", "error", "declared"],
                    [
                        ["kB / 1e-3 g/cm2/MeV", $"{fitted.Fit.Parameters[1]:F2}", $"{fitted.Covariance.Error(1):F2}", $"{1e3 * declared.BirksConstantGPerCm2MeV:F2}"],
                        ["fC", $"{fitted.Fit.Parameters[2]:F3}", $"{fitted.Covariance.Error(2):F3}", $"{declared.CherenkovFactor:F3}"],
                    ]),
                new ValidationTable(
                    "energy-ladder-pulls", "Pulls of toys of each model's own truth, independent errors.",
                    ["model", "quantity", "toys", "mean pull", "error", "width of pulls", "error"], pulls),
                new ValidationTable(
                    "energy-ladder-data", $"Positrons from the measured data, brought to full non-linearity, against the published curve over {FromMeV} to {ToMeV} MeV.",
                    ["model", "chi2/ndf", "p", "common scale", "largest difference / %", "in half widths of the published band", "share inside"],
                    [.. fromData.Select(result => Compared(result, measured, published))]),
            ],
            Conclusion(fromSimulation, simulatedTruth, fromForeign, foreignTruth));
    }

    private (NonLinearityData Data, double[] Truth) Simulated(
        ScintillatorLight light, BirksCherenkovModel birks, ElectromagneticModel declared, BetaSpectrumData beta, CancellationToken cancellation)
    {
        CentralLight central = new(detector, settings.Scale(Events), settings.Threads, cancellation);
        ImmutableArray<GammaPoint> points = [.. s_sources.Select(source => new GammaPoint(
            source.Name,
            source.GammasMeV,
            source.GammasMeV.Sum(energy => central.VisibleMeV(ParticleKind.Gamma, energy, cancellation)) / source.GammasMeV.Sum(),
            PointError))];
        double[] truth = [.. PositronClosure.EnergiesMeV.Select((energy, i) => central.VisibleMeV(ParticleKind.Positron, 0.5 * i, cancellation) / energy)];
        double[] electrons = [1.0 / central.UnitMeV, 1e3 * declared.BirksConstantGPerCm2MeV, declared.CherenkovFactor];
        return (BetaSpectrumTruth.Add(new NonLinearityData("simulation", Biased(points), null, null, s_biases), light.Spectra, birks, electrons, beta), truth);
    }

    private static (NonLinearityData Data, double[] Truth) Foreign(ScintillatorLight light, MaterialComposition target, BetaSpectrumData beta)
    {
        SecondOrderTruth truth = new(target, light.Electrons);
        ImmutableArray<GammaPoint> sources = [.. s_sources.Select(source => new GammaPoint(source.Name, source.GammasMeV, 1.0, PointError))];
        NonLinearityPredictor predictor = new(new NonLinearityData("second order", sources, null, null, s_biases), light.Spectra);
        double[] ratios = new double[sources.Length];
        predictor.Predict(truth, [], ratios);
        NonLinearityData gammas = new("second order", Biased([.. sources.Zip(ratios, (point, ratio) => point with { VisibleRatio = ratio })]), null, null, s_biases);
        return (BetaSpectrumTruth.Add(gammas, light.Spectra, truth, [], beta), predictor.PositronRatio(truth, [], PositronClosure.EnergiesMeV.AsSpan()));
    }

    // One-sided biases at half their size, their mean: at 0 or full size the truth would sit at the end of what the band allows for.
    private static ImmutableArray<GammaPoint> Biased(ImmutableArray<GammaPoint> points) => [.. points.Select(point => point with
    {
        VisibleRatio = point.VisibleRatio * (1.0 + (0.5 * s_biases.Where(bias => bias.Kind == BiasKind.OneSided).Sum(bias => bias.ShiftFraction(point)))),
    })];

    private static IEnumerable<ImmutableArray<string>> Rows(string truth, ImmutableArray<NonLinearityResult> results, double[] expected)
    {
        foreach (NonLinearityResult result in results)
        {
            yield return Row(truth, result.Model, $"{result.Fit.Chi2:F1}/{result.Fit.DegreesOfFreedom}", PositronClosure.Compare([result], expected), expected.Length);
        }

        yield return Row(truth, "common band", string.Empty, PositronClosure.Compare(results, expected), expected.Length);
    }

    private static ImmutableArray<ImmutableArray<string>> Positrons(ImmutableArray<NonLinearityResult> results, double[] truth) =>
    [
        .. truth.Select((expected, i) =>
        {
            (double[] ratio, double low, double high) = PositronClosure.At(results, i);
            return ImmutableArray.Create([$"{0.5 * i:0.0}", $"{expected:F4}", .. ratio.Select(value => $"{value:F4}"), $"{low:F4}", $"{high:F4}"]);
        }),
    ];

    private static ImmutableArray<string> Row(string truth, string model, string chi2, (double BiasPercent, double BandPercent, int Inside) found, int energies) =>
        [truth, model, chi2, $"{found.BiasPercent:F2}", $"{found.BandPercent:F2}", $"{found.Inside} of {energies}"];

    private static ImmutableArray<string> Cells(string model, string quantity, RunningMoments pulls) =>
    [
        model, quantity, $"{pulls.Count}", $"{pulls.Mean:+0.000;-0.000}", $"{pulls.MeanError:F3}", $"{pulls.StandardDeviation:F3}", $"{pulls.StandardDeviationError:F3}",
    ];

    private static ImmutableArray<string> Compared(NonLinearityResult result, NonLinearityData measured, PublishedCurves published)
    {
        CurveComparison found = CurveComparison.Of(CurveComparison.ToFull(result.Curves.Positron, measured.InstrumentalRatio), published.PositronFull, FromMeV, ToMeV);
        return
        [
            result.Model, $"{result.Fit.Chi2:F1}/{result.Fit.DegreesOfFreedom}", $"{result.Fit.PValue:F2}", $"{found.ScaleRatio:F4}", $"{found.LargestDifferencePercent:F2}",
            $"{found.LargestDifferenceRatio:F2}", $"{found.InsideFraction:P0}",
        ];
    }

    private static string Conclusion(ImmutableArray<NonLinearityResult> simulation, double[] simulationTruth, ImmutableArray<NonLinearityResult> foreign, double[] foreignTruth)
    {
        (double simulationBias, _, int simulationInside) = PositronClosure.Compare(simulation, simulationTruth);
        (double foreignBias, _, int foreignInside) = PositronClosure.Compare(foreign, foreignTruth);
        return $"Largest bias of the positron scale over T = 0 to 8 MeV with either model: {simulationBias:F2} % for the simulated truth, {foreignBias:F2} % for a truth neither model can represent; the common band holds the truth at "
            + $"{simulationInside} and {foreignInside} of {simulationTruth.Length} energies.";
    }
}
