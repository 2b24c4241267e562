using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Sources;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Strategy.DualCalorimetry;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Pricing;

/// <summary>
/// The pricing interpreter: what a plan's events buy, from line widths, containment and photosensors alone, in seconds and without a light map.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="seed">Seed of the showers.</param>
/// <param name="threads">Threads; the result does not depend on it.</param>
public sealed class PlanPricer(DetectorDescription detector, ulong seed, int threads)
{
    private const double Percent = 100.0;
    private const double LeastWholeEvents = 30.0;
    private const double LargestSinglePe = 0.5;
    private const double MapStretch = 4.0;
    private const int RadialCells = 40;
    private const int PolarCells = 40;
    private const double CentreToleranceMm = 1.0;

    /// <summary>Prices a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the detector declares no scintillator, photosensors or light yield to price with.</returns>
    public PlanPrecision? Price(ExpandedPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (detector.Geometry is not { } geometry || detector.Target is null || detector.Electromagnetic is null || detector.Scintillation is not { } scintillation || detector.DesignLightYieldPePerMeV is not { } yieldPePerMeV || detector.Photosensors.IsEmpty)
        {
            return null;
        }

        ShowerSimulator showers = new(detector);
        double lightPerPhotonMeV = new CherenkovLightRatio(detector, threads).Measure(cancellation) / scintillation.PhotonsPerMeV;
        double Light(in EnergyDeposit deposit) => deposit.QuenchedMeV + (lightPerPhotonMeV * deposit.ExpectedCherenkovPhotons);
        double lightPePerMeV = yieldPePerMeV * PhysicalConstants.HydrogenCaptureGammaMeV / SourcePeak.MeanLightMeV(showers, Light, PhysicalConstants.HydrogenCaptureGammaMeV, seed);
        double darkPe = new EfficiencyMaps(new RunSettings { Seed = seed }).DarkNoiseMeanPe(detector);
        var sources = ImmutableArray.CreateBuilder<SourcePrecision>();
        var points = ImmutableArray.CreateBuilder<PointPrecision>();
        MapPrecision? map = null;
        foreach (CalibrationSource source in detector.Sources.Where(source => !source.GammaLinesMeV.IsEmpty && !plan.PointsOf(source.Name).IsEmpty))
        {
            SourcePeak peak = new(detector, showers, source, Light, lightPePerMeV, darkPe, seed);
            ImmutableArray<PointPrecision> own = [.. plan.PointsOf(source.Name).Select(point => Price(point, source, peak))];
            points.AddRange(own);
            if (own.Any(point => point.PeakErrorPercent is not null))
            {
                sources.Add(Summarise(source, peak, own));
            }

            map = source.Kind == SourceKind.Neutron && (map is null || own.Length > map.Points) ? Map(source, peak, own, geometry) ?? map : map;
        }

        return new PlanPrecision(sources.ToImmutable(), map, Channels(plan), points.ToImmutable());
    }

    private static PointPrecision Price(CalibrationPoint point, CalibrationSource source, SourcePeak peak)
    {
        double wholeFraction = peak.At(point.Position).WholeFraction;
        double whole = wholeFraction * point.Events;
        return new PointPrecision(point.System, source.Name, point.Position, point.Events, wholeFraction, whole < LeastWholeEvents ? null : Percent * peak.Error(whole));
    }

    private static SourcePrecision Summarise(CalibrationSource source, SourcePeak peak, ImmutableArray<PointPrecision> points)
    {
        double[] errors = [.. points.Select(point => point.PeakErrorPercent).OfType<double>().Order()];
        return new SourcePrecision(
            source.Name,
            source.GammaLinesMeV.Sum(),
            Percent * peak.WidthFraction,
            errors.Length,
            points.FirstOrDefault(point => point.Position.RadiusMm < CentreToleranceMm)?.PeakErrorPercent,
            errors[errors.Length / 2],
            errors[^1]);
    }

    // The error of an interpolating spline depends on where the points are and on their errors, not on what they measure.
    private static MapPrecision? Map(CalibrationSource source, SourcePeak peak, ImmutableArray<PointPrecision> points, DetectorGeometry geometry)
    {
        var used = points
            .Where(point => point.PeakErrorPercent is not null && AxialObstruction.SolidAngleFraction(geometry, point.Position) <= CampaignSimulation.LargestObstructedFraction)
            .Select(point => (Place: peak.At(point.Position), Error: point.PeakErrorPercent!.Value))
            .DistinctBy(point => (point.Place.RadiusMm, point.Place.CosTheta))
            .ToArray();
        if (used.Length < 4 || points.All(point => point.Position.RhoMm < CentreToleranceMm))
        {
            return null;
        }

        double CubedFraction(double radiusMm) => Math.Pow(radiusMm / geometry.ScintillatorRadiusMm, 3);
        ThinPlateSplineFit spline = new(
            [.. used.Select(point => CubedFraction(point.Place.RadiusMm))],
            [.. used.Select(point => point.Place.CosTheta)],
            new double[used.Length],
            [.. used.Select(point => point.Error)],
            SmoothingSelection.Interpolation,
            MapStretch);
        double[] errors = new double[RadialCells * PolarCells];
        double outermost = CubedFraction(geometry.FiducialRadiusMm);
        Parallel.For(0, errors.Length, cell =>
            errors[cell] = spline.PropagatedError(outermost * ((cell / PolarCells) + 0.5) / RadialCells, (2.0 * ((cell % PolarCells) + 0.5) / PolarCells) - 1.0));
        return new MapPrecision(source.Name, used.Length, Math.Sqrt(errors.Average(error => error * error)), errors.Max());
    }

    private ImmutableArray<ChannelPrecision> Channels(ExpandedPlan plan)
    {
        HashSet<string> lasers = [.. detector.Sources.Where(source => source.Kind == SourceKind.Laser).Select(source => source.Name)];
        PhotosensorType[] types = [.. detector.Photosensors.Select(sensor => sensor.Type).Where(type => type.Kind == SensorKind.Lpmt).Distinct()];
        return
        [
            .. plan.Rows.Where(row => lasers.Contains(row.Source))
                .SelectMany(row => types.Select(type => Channel(row.Name, type, [.. plan.Steps.Where(step => step.Row == row.Name && step.Kind == StepKind.TakeData)]))),
        ];
    }

    // Pulses of up to half a photoelectron on average count as single ones, those that really hold one; the brightest intensity measures the charge curve.
    private static ChannelPrecision Channel(string row, PhotosensorType type, ImmutableArray<PlanStep> acquisitions)
    {
        double singles = 0;
        double lit = 0;
        double brightest = 0;
        foreach (IGrouping<Position, PlanStep> point in acquisitions.GroupBy(step => step.Position))
        {
            PlanStep[] steps = [.. point];
            for (int i = 0; i < steps.Length; i++)
            {
                double meanPe = LaserIntensities.MeanPe(i, steps.Length);
                if (meanPe <= LargestSinglePe)
                {
                    singles += steps[i].Events * meanPe * Math.Exp(-meanPe);
                    lit += steps[i].Events * meanPe * meanPe / (Math.Exp(meanPe) - 1.0);
                }

                brightest = steps.Length > 1 ? Math.Max(brightest, steps[i].Events * meanPe) : brightest;
            }
        }

        // Occupancy o = 1 - exp(-mu) of n pulses gives mu to sqrt(o / ((1 - o) n)), a relative information of n mu^2 / (exp(mu) - 1).
        return new ChannelPrecision(
            type.Name,
            row,
            singles,
            Percent * type.SinglePeResolution / Math.Sqrt(singles),
            Percent / Math.Sqrt(lit),
            type.TransitTimeSpreadNs / Math.Sqrt(singles),
            brightest > 0 ? Percent * Math.Sqrt((1.0 + (type.SinglePeResolution * type.SinglePeResolution)) / brightest) : null);
    }
}
