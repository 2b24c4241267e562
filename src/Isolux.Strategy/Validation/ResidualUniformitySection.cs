using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>What the calibrated map leaves of the response, and what residual terms from uniform neutron captures take of that.</summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">Expands the campaign that calibrates it.</param>
/// <param name="maps">Gives response maps.</param>
/// <param name="variations">Varied detectors.</param>
/// <param name="settings">Statistics.</param>
public sealed class ResidualUniformitySection(
    DetectorDescription detector, Func<ExpandedPlan> plan, ResponseMapProvider maps, Func<ImmutableArray<DetectorVariation>> variations, ValidationSettings settings) : IValidationSection
{
    private static readonly ImmutableArray<int> s_captures = [100_000, 300_000, 1_000_000];
    private static readonly ImmutableArray<string> s_varied = [ResolutionRowNames.QeSpread, ResolutionRowNames.PmtDeathAsymmetric];
    private readonly RunSettings _run = new() { Seed = settings.Seed, StatisticsFactor = settings.StatisticsFactor, Threads = settings.Threads };

    /// <inheritdoc/>
    public string Name => "residual-uniformity";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ExpandedPlan campaign = plan();
        MapSurvey survey = MapSurvey.Of(detector, campaign);
        DetectorSimulation nominal = new(detector, maps.Provide(detector, null, cancellation), _run);
        ImmutableArray<(string Name, DetectorSimulation Detector)> detectors =
        [
            ("nominal", nominal),
            .. variations().Where(variation => s_varied.Contains(variation.Name))
                .Select(variation => (ResolutionRowNames.Title(variation.Name), nominal.Vary(variation.Detector, maps, null, cancellation))),
        ];
        ResidualTermsStudy study = new(nominal, survey, _run);
        ImmutableArray<int> counts = [.. s_captures.Select(settings.Scale)];
        VariedEvents captures = study.Capture([.. detectors.Select(pair => pair.Detector)], counts[^1], cancellation);
        progress?.Report(0.4);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        ResidualUniformity? before = null;
        ResidualUniformity? after = null;
        for (int k = 0; k < detectors.Length; k++)
        {
            (string name, DetectorSimulation seen) = detectors[k];
            CampaignMeasurement measurement = new CampaignSimulation(seen, survey, _run).Measure(null, cancellation);
            FoldedResponse positrons = study.Positrons(seen);
            NonUniformityResult map = measurement.NonUniformity;
            ResidualUniformity Rms(Func<Position, double> response) => ResidualUniformity.Of(seen.Geometry.FiducialRadiusMm, settings.Threads, response);
            ResidualUniformity published = Rms(point => positrons.Evaluate(point) / map.Evaluate(point.RadiusMm, point.CosTheta));
            ResidualUniformity axial = Rms(point => positrons.Evaluate(point) / positrons.EvaluateAzimuthalMean(point.RadiusMm, point.CosTheta));
            rows.Add(Cells(name, "map of the campaign", published, Propagated(seen, (radiusMm, cosTheta) => map.StandardError(radiusMm, cosTheta))));
            rows.Add(Cells(name, "perfectly known in (r, theta)", axial, null));
            foreach (int count in counts)
            {
                ResidualResponse terms = study.Calibrate(seen, measurement, captures.LightCentres, captures.ChargesPe[k], count);
                ResidualUniformity corrected = Rms(point => positrons.Evaluate(point) / (map.Evaluate(point.RadiusMm, point.CosTheta) * (1.0 + terms.Evaluate(point))));
                rows.Add(Cells(name, $"map and terms of {count:N0} captures", corrected, Propagated(seen, (radiusMm, _) => terms.StandardError(radiusMm))));
                after = k == 0 ? corrected : after;
            }

            before ??= published;
            progress?.Report(0.4 + (0.6 * (k + 1) / detectors.Length));
        }

        return new ValidationPage(
            "Residual non-uniformity",
            [
                $"Response to positrons of {PositronEnergies.DirectMeV} MeV (perfectly known: light map folded with showers, azimuth included) over the correction; rms over cells of equal volume. Fiducial volume: r below "
                + $"{nominal.Geometry.FiducialRadiusMm / 1000.0:F1} m; edge: its part beyond {ResidualUniformity.EdgeRadiusMm / 1000.0:F0} m. Each detector is calibrated with its own campaign `{campaign.Name}`.",
                "Residual terms come from captures of neutrons on hydrogen, even over the scintillator, at the light's centre smeared by 8 cm/sqrt(E) per axis: 24 shells of equal volume, spherical harmonics up to degree 12, shrunk by their own power. "
                + "The last two columns are the statistical errors a user would quote: of the spline from its points, or of the terms after shrinking.",
                "Published for comparison: 0.30 to 0.17 % in the fiducial volume and 0.64 to 0.38 % near the boundary (Huang et al., Nucl. Instrum. Meth. A 1001 (2021) 165287), there with better chosen sources and points and an azimuthal correction.",
            ],
            [
                new ValidationTable(
                    "residual-uniformity", "Rms of the corrected response about its mean, percent.",
                    ["detector", "correction", "fiducial volume", "edge", "propagated error, fiducial volume", "edge"], rows.ToImmutable()),
            ],
            $"Nominal detector, {counts[^1]:N0} captures: fiducial volume {before!.FiducialRms:P2} to {after!.FiducialRms:P2}, edge {before.EdgeRms:P2} to {after.EdgeRms:P2}.");
    }

    private (double Fiducial, double Edge) Propagated(DetectorSimulation seen, Func<double, double, double> errorOf)
    {
        // The rms of an error is that of 1 + error about 1, taken in two halves of opposite sign.
        ResidualUniformity rms = ResidualUniformity.Of(
            seen.Geometry.FiducialRadiusMm, settings.Threads, point => 1.0 + (point.YMm > 0 ? 1.0 : -1.0) * errorOf(point.RadiusMm, point.CosTheta));
        return (rms.FiducialRms, rms.EdgeRms);
    }

    private static ImmutableArray<string> Cells(string detector, string correction, ResidualUniformity rms, (double Fiducial, double Edge)? error) =>
    [
        detector,
        correction,
        $"{100.0 * rms.FiducialRms:F3}",
        $"{100.0 * rms.EdgeRms:F3}",
        error is { } its ? $"{100.0 * its.Fiducial:F3}" : string.Empty,
        error is { } edge ? $"{100.0 * edge.Edge:F3}" : string.Empty,
    ];
}
