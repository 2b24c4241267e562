using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Campaign.Planning;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Published;
using Isolux.Numerics.Statistics;
using Isolux.Strategy.DualCalorimetry;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Response;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Run;

/// <summary>Collects what the report of a run shows.</summary>
internal sealed class RunReport(
    DetectorSimulation simulation,
    ExpandedPlan plan,
    CampaignMeasurement measurement,
    NonUniformityStudy study,
    ResolutionRows rows,
    NonLinearityOutcome? nonLinearity,
    DualCalorimetryOutcome? dualCalorimetry,
    OrderingPicture? ordering)
{
    private const double MmPerM = 1000.0;
    private const double Percent = 100.0;
    private const int PeakBinPe = 12;

    public ReportContent Compose(RunSummary summary, RunManifest manifest) => new()
    {
        Summary = summary,
        Manifest = manifest,
        Picture = Picture(),
        Peak = Peak(),
        NonUniformity = study.Map(),
        Residual = study.ResidualMap(),
        Radial = new RadialResponse(study.Curve(), PublishedRadial(), simulation.Geometry.FiducialRadiusMm / MmPerM),
        ResolutionCurves = [.. rows.Fits.Select(Curve)],
        CampaignTimes = [.. plan.Rows.Select(row => new CampaignTime(row.Name, row.Points, row.TravelMinutes, row.DataMinutes, $"{row.Basis}".ToLowerInvariant()))],
        NonLinearity = nonLinearity is null ? null : new NonLinearityPicture(nonLinearity.Data, nonLinearity.Results, nonLinearity.PositronTruth),
        Ordering = ordering,
        ChargeResiduals = dualCalorimetry?.Residuals ?? [],
        Assumptions = simulation.Detector.Assumptions,
        Notes = Notes(),
    };

    private DetectorPicture Picture() => new(
        [.. simulation.Geometry.Shells.Select(shell => new PictureShell(shell.Medium, shell.OuterRadiusMm / MmPerM))],
        simulation.Detector.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt).Max(sensor => sensor.Centre.RadiusMm) / MmPerM,
        simulation.Geometry.FiducialRadiusMm / MmPerM,
        [.. measurement.NonUniformity.Points.Select(point => new PicturePoint(point.System, (point.Nominal.XMm < 0 ? -1.0 : 1.0) * point.Nominal.RhoMm / MmPerM, point.Nominal.ZMm / MmPerM))]);

    private PeakPicture Peak()
    {
        PeakFit peak = measurement.LightYield.Peak;
        int low = (int)(peak.Mean - (8.0 * peak.Sigma));
        int bins = (int)Math.Ceiling(13.0 * peak.Sigma / PeakBinPe);
        long[] counts = new long[bins];
        foreach (int count in measurement.CentreCounts)
        {
            int bin = (count - low) / PeakBinPe;
            if (count >= low && bin < bins)
            {
                counts[bin]++;
            }
        }

        double Cumulative(double pe) => Normal.Cumulative((pe - peak.Mean) / peak.Sigma);
        double norm = peak.EventsInWindow / (Cumulative(peak.WindowHigh) - Cumulative(peak.WindowLow));
        return new PeakPicture
        {
            Title = "neutron capture on hydrogen at the centre",
            Bins = [.. counts.Select((count, i) => PeakBinOf(low + (i * PeakBinPe) - 0.5, count, Cumulative, norm, peak))],
            FitFromPe = peak.WindowLow,
            FitToPe = peak.WindowHigh,
            MeanPe = peak.Mean,
            MeanErrorPe = peak.MeanError,
            SigmaPe = peak.Sigma,
            SigmaErrorPe = peak.SigmaError,
            ChiSquared = peak.Chi2,
            DegreesOfFreedom = peak.Ndf,
        };
    }

    private static PeakBin PeakBinOf(double fromPe, long count, Func<double, double> cumulative, double norm, PeakFit peak)
    {
        double toPe = fromPe + PeakBinPe;
        bool fitted = fromPe >= peak.WindowLow && toPe <= peak.WindowHigh;
        return new PeakBin(fromPe, toPe, count, fitted ? norm * (cumulative(toPe) - cumulative(fromPe)) : double.NaN);
    }

    private ImmutableArray<RadialSample> PublishedRadial() => simulation.Detector.Published is { } published
        ? [new RadialSample(published.MaximumRadiusM, published.MaximumResponseRatio, 0.0), new RadialSample(17.0, published.ResponseRatioAt17M, 0.0)]
        : [];

    private ResolutionCurve Curve(ResolutionRowFit row) => new(
        ResolutionRowNames.Title(row.Name),
        [.. row.Fit.Points.Select(point => new ResolutionSample(point.VisibleEnergyMeV, Percent * point.SigmaOverEFraction, Percent * point.Error))],
        new ResolutionTableSummary(simulation.Detector.Published).Row(row, rows.Steps),
        row.Fit.Chi2,
        row.Fit.Ndf);

    private ImmutableArray<string> Notes()
    {
        return
        [
            .. dualCalorimetry is null ? [] : ImmutableArray.Create(FormattableString.Invariant(
                $"{dualCalorimetry.RefusedChannels} charge curves were refused and replaced by the common one; the others have a mean chi2/ndf of {dualCalorimetry.MeanReducedChi2:F3}.")),
            .. measurement.NonUniformity.Refused.Select(point => FormattableString.Invariant(
                $"{point.System} at rho {point.Nominal.RhoMm / MmPerM:F2} m, z {point.Nominal.ZMm / MmPerM:F2} m does not enter the map: {point.RefusedBecause}.")),
            FormattableString.Invariant($"The response map knows the light in the fiducial volume to {Percent * simulation.Map.Quality.FiducialNoiseFraction:F2} % (statistical, {simulation.Map.Quality.PhotonCount:N0} photons)."),
        ];
    }
}
