using System.Collections.Immutable;
using Isolux.Calibration.Resolution;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Studies;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Report;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Ordering;

/// <summary>
/// What the calibration of a run is worth for the mass ordering: average data with the run's own resolution, covariance included, and its own non-linearity with its band, for every row of the
/// resolution table.
/// </summary>
/// <param name="experiment">Reactors the detector sees.</param>
/// <param name="threadCount">Threads; results do not depend on them.</param>
internal sealed class OrderingStudy(ReactorExperiment experiment, int threadCount)
{
    private const double UsualYears = 6.5;
    private const double Percent = 100.0;
    private const int CurvePoints = 7;
    private const double CurveMargin = 0.0005;

    // Steps of a^2, b^2 and c^2 that cost about the same delta chi2, so that gradients are equally straight.
    private const double SquareStep = 2e-5;
    private const double WeightSquare = ResolutionModel.ConstantTermWeight * ResolutionModel.ConstantTermWeight;

    private readonly double _years = experiment.PublishedOrdering?.FullPowerYears ?? UsualYears;

    /// <summary>Evaluates every row, and the base row in both orderings.</summary>
    /// <param name="rows">The resolution table.</param>
    /// <param name="baseRow">Row that stands for the calibrated detector.</param>
    /// <param name="nonLinearity">The calibrated non-linearity; null where the declared one must do.</param>
    /// <param name="otherForm">What another model makes of the same data; null where there is none.</param>
    /// <param name="truth">Simulated visible over true energy of positrons.</param>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    public OrderingOutcome Evaluate(
        ResolutionRows rows,
        string baseRow,
        ElectronNonLinearityPayload? nonLinearity,
        ElectronNonLinearityPayload? otherForm,
        ImmutableArray<PositronTruthPoint> truth,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        PositronEnergyScale scale = nonLinearity is null ? PositronEnergyScale.Of(experiment) : PositronEnergyScale.FromPayload(nonLinearity);
        ResolutionRowFit central = rows.Fits.Single(row => row.Name == baseRow);
        ResolutionModel resolution = central.Fit.Model;
        ImmutableArray<double> curve = Curve(rows);
        ImmutableArray<ResolutionModel> moved = Moved(resolution);
        (ResolutionModel Resolution, MassOrdering Ordering)[] tasks =
        [
            .. rows.Fits.Select(row => (row.Fit.Model, MassOrdering.Normal)),
            .. curve.Select(a => (new ResolutionModel(a, 0.0, 0.0), MassOrdering.Normal)),
            .. moved.Select(model => (model, MassOrdering.Normal)),
            .. moved.Prepend(resolution).Select(model => (model, MassOrdering.Inverted)),
        ];
        double[] deltaChi2 = new double[tasks.Length];
        int done = 0;
        Parallel.For(0, tasks.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount, CancellationToken = cancellation }, i =>
        {
            deltaChi2[i] = new SensitivityStudy(experiment, tasks[i].Resolution, scale).DeltaChi2(_years, tasks[i].Ordering);
            progress?.Report((double)Interlocked.Increment(ref done) / tasks.Length);
        });

        ReadOnlySpan<double> ofCurve = deltaChi2.AsSpan(rows.Fits.Length, curve.Length);
        ReadOnlySpan<double> inverted = deltaChi2.AsSpan(tasks.Length - moved.Length - 1);
        double normal = deltaChi2[rows.Fits.IndexOf(central)];
        ImmutableArray<double> normalSlopes = Slopes(normal, deltaChi2.AsSpan(rows.Fits.Length + curve.Length, moved.Length), resolution, moved);
        ImmutableArray<double> invertedSlopes = Slopes(inverted[0], inverted[1..], resolution, moved);
        SensitivityStudy study = new(experiment, resolution, scale);
        int ideal = rows.Fits.ToList().FindIndex(row => row.Name == ResolutionRowNames.IdealCorrection);
        SensitivitySummary summary = new()
        {
            ExposureYears = _years,
            Row = baseRow,
            ResolutionPercent = [Percent * resolution.A, Percent * resolution.B, Percent * resolution.C],
            NonLinearity = nonLinearity?.Model,
            DeltaChi2 = new OrderingSummary(normal, Error(central.Fit, normalSlopes), inverted[0], Error(central.Fit, invertedSlopes)),
            PublishedDeltaChi2 = experiment.PublishedOrdering is { } published ? new PublishedOrderingSummary(published.LowDeltaChi2, published.HighDeltaChi2) : null,
            PrecisionPercent = PrecisionSummary.From(study.Evaluate(_years).Precision),
            IdealLossDeltaChi2 = deltaChi2[ideal] - normal,
            IdealLossError = StepError(rows.Steps, baseRow) is { } error ? error * 2.0 * resolution.EffectiveResolution * Math.Abs(normalSlopes[0]) : null,
            BandLossDeltaChi2 = study.DeltaChi2(_years, MassOrdering.Normal, Ingredients.All & ~Ingredients.NonLinearityErrors) - normal,
            FormLossDeltaChi2 = nonLinearity is null || otherForm is null
                ? null
                : normal - new SensitivityStudy(experiment, resolution, scale.WithForm(PositronEnergyScale.FromPayload(otherForm))).DeltaChi2(_years, MassOrdering.Normal),
            ScaleBias = nonLinearity is null || truth.IsEmpty ? null : new ReleaseComparison(experiment, resolution, _years).Evaluate(True(scale, truth), scale),
            Rows =
            [
                .. rows.Fits.Select((row, i) => new SensitivityRow(
                    row.Name, Percent * row.Fit.Model.EffectiveResolution, Percent * row.Fit.EffectiveResolutionError, deltaChi2[i], Error(row.Fit, normalSlopes))),
            ],
        };
        return new OrderingOutcome(summary, new OrderingPicture([.. curve.Select(a => Percent * a)], [.. ofCurve]));
    }

    private static ImmutableArray<double> Curve(ResolutionRows rows)
    {
        double low = rows.Fits.Min(row => row.Fit.Model.EffectiveResolution) - CurveMargin;
        double high = rows.Fits.Max(row => row.Fit.Model.EffectiveResolution) + CurveMargin;
        return [.. Enumerable.Range(0, CurvePoints).Select(i => low + ((high - low) * i / (CurvePoints - 1)))];
    }

    private static ImmutableArray<ResolutionModel> Moved(ResolutionModel resolution)
    {
        static double Add(double term, double square) => Math.Sqrt((term * term) + square);
        return
        [
            resolution with { A = Add(resolution.A, SquareStep) },
            resolution with { B = Add(resolution.B, SquareStep / WeightSquare) },
            resolution with { C = Add(resolution.C, SquareStep * WeightSquare) },
        ];
    }

    // Derivatives by a^2, b^2 and c^2: nearly the same for all rows of a table, and well-defined where a term is 0.
    private static ImmutableArray<double> Slopes(double at, ReadOnlySpan<double> after, ResolutionModel from, ImmutableArray<ResolutionModel> to) =>
    [
        (after[0] - at) / ((to[0].A * to[0].A) - (from.A * from.A)),
        (after[1] - at) / ((to[1].B * to[1].B) - (from.B * from.B)),
        (after[2] - at) / ((to[2].C * to[2].C) - (from.C * from.C)),
    ];

    private static double Error(ResolutionFit fit, ImmutableArray<double> slopes)
    {
        double[] gradient = [2.0 * fit.Model.A * slopes[0], 2.0 * fit.Model.B * slopes[1], 2.0 * fit.Model.C * slopes[2]];
        double variance = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            for (int j = 0; j < gradient.Length; j++)
            {
                variance += gradient[i] * fit.Covariance[(i * gradient.Length) + j] * gradient[j];
            }
        }

        return Math.Sqrt(Math.Max(0.0, variance));
    }

    // Rows share their events, so the steps between them know their difference better than the rows do.
    private static double? StepError(ImmutableArray<RowStep> steps, string row)
    {
        double variance = 0;
        string at = row;
        while (at != ResolutionRowNames.IdealCorrection)
        {
            if (steps.FirstOrDefault(step => step.To == at) is not { } last)
            {
                return null;
            }

            variance += last.DeltaError * last.DeltaError;
            at = last.From;
        }

        return Math.Sqrt(variance);
    }

    // The ratio of truth and fit is smooth where the curves themselves are steep.
    private static PositronEnergyScale True(PositronEnergyScale fitted, ImmutableArray<PositronTruthPoint> truth)
    {
        SampledCurve ratio = new(
            [.. truth.Select(point => fitted.VisibleMeV(point.EnergyMeV))], [.. truth.Select(point => point.VisibleRatio * point.EnergyMeV / fitted.VisibleMeV(point.EnergyMeV))]);
        return fitted.Distort(ratio.Evaluate);
    }
}
