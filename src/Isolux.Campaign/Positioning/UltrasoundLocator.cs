using System.Collections.Immutable;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// The place of a source from the times of flight of an ultrasonic pulse (USS): t_i = |R_i - E| / c + t0, with emitter E, receivers R_i, speed of sound c and a common shift t0 fitted
/// together by least squares. What is known of c and t0 enters as two more measures, because at the centre of a sphere of receivers times alone cannot tell them apart.
/// </summary>
/// <remarks>Echoes come late; the largest group of receivers that agree decides, and with fewer than declared there is no fix.</remarks>
/// <param name="system">Receivers and errors.</param>
public sealed class UltrasoundLocator(UltrasoundSystem system)
{
    private const int Coordinates = 3;
    private const int Speed = 3;
    private const int Shift = 4;
    private const int Parameters = 5;

    // The emitter is inside the vessel and so inside the sphere of receivers, apart from their errors.
    private readonly double _largestRadiusMm = 1.02 * system.Receivers.Max(receiver => receiver.Position.RadiusMm);

    /// <summary>Locates the source.</summary>
    /// <param name="arrivals">One arrival per receiver that heard the pulse.</param>
    /// <param name="known">What is known of the speed of sound; null for what is declared.</param>
    /// <exception cref="ArgumentException">A receiver is unknown or named twice, or a time is not finite.</exception>
    public UltrasoundFix Locate(ImmutableArray<UltrasoundArrival> arrivals, SoundSpeed? known = null)
    {
        Position[] receivers = [.. arrivals.Select(Receiver)];
        if (arrivals.Select(arrival => arrival.Receiver).Distinct().Count() != arrivals.Length || arrivals.Any(arrival => !double.IsFinite(arrival.TimeUs)))
        {
            throw new ArgumentException("Every receiver gives one finite time.", nameof(arrivals));
        }

        SoundSpeed speed = known ?? new SoundSpeed(system.SoundSpeedMmPerUs, system.SoundSpeedErrorMmPerUs);
        (Agreement<Sounding>? best, string? why) = AgreementSearch.Search(
            arrivals.Length,
            system.LeastReceivers,
            "receivers",
            members => Fit([.. members.Select(i => receivers[i])], [.. members.Select(i => arrivals[i].TimeUs)], speed),
            sounding => sounding.Emitter);
        if (best is null)
        {
            return UltrasoundFix.Refused(why!);
        }

        FitResult fit = best.Estimate.Fit;
        PositionFix emitter = best.Estimate.Emitter;
        double[] expectedUs = new double[receivers.Length];
        Predict(receivers, [.. fit.Parameters], expectedUs);
        return new UltrasoundFix(
            emitter with { Position = emitter.Position - new Position(0, 0, system.EmitterAboveSourceMm) },
            null,
            fit.Parameters[Speed],
            fit.Covariance.Error(Speed),
            fit.Parameters[Shift],
            fit.Covariance.Error(Shift),
            [
                .. arrivals.Select((arrival, i) => new ReceiverResidual(
                    arrival.Receiver, arrival.TimeUs, arrival.TimeUs - expectedUs[i], best.Members.Contains(i) ? MeasureUse.Used : MeasureUse.Rejected)),
            ]);
    }

    private Sounding? Fit(Position[] receivers, double[] timesUs, SoundSpeed known)
    {
        double surveyUs = system.SurveyErrorMm / known.ValueMmPerUs;
        double timeUs = Math.Sqrt((system.TimeErrorUs * system.TimeErrorUs) + (surveyUs * surveyUs));
        double[] values = [.. timesUs, known.ValueMmPerUs, 0.0];
        double[] errors = [.. timesUs.Select(_ => timeUs), known.ErrorMmPerUs, system.ClockErrorUs];
        FitResult fit = new LeastSquaresFit(
            (parameters, predictions) => Model(receivers, parameters, predictions),
            [
                FitParameter.Free("x", 0.0),
                FitParameter.Free("y", 0.0),
                FitParameter.Free("z", 0.0),
                FitParameter.Free("speed of sound", known.ValueMmPerUs),
                FitParameter.Free("shift", 0.0),
            ],
            (parameters, jacobian) => Derivatives(receivers, parameters, jacobian)).Fit(values, errors);
        if (fit.Status != FitStatus.Converged)
        {
            return null;
        }

        Position emitter = new(fit.Parameters[0], fit.Parameters[1], fit.Parameters[2]);
        return emitter.RadiusMm > _largestRadiusMm
            ? null
            : new Sounding(fit, new PositionFix(emitter, fit.Covariance.Leading(Coordinates), fit.Chi2, fit.DegreesOfFreedom));
    }

    private Position Receiver(UltrasoundArrival arrival) =>
        system.Receivers.FirstOrDefault(receiver => receiver.Name == arrival.Receiver)?.Position
        ?? throw new ArgumentException($"There is no receiver {arrival.Receiver}.", nameof(arrival));

    private static void Model(Position[] receivers, ReadOnlySpan<double> parameters, Span<double> predictions)
    {
        Predict(receivers, parameters, predictions);
        predictions[receivers.Length] = parameters[Speed];
        predictions[receivers.Length + 1] = parameters[Shift];
    }

    private static void Predict(Position[] receivers, ReadOnlySpan<double> parameters, Span<double> timesUs)
    {
        Position emitter = new(parameters[0], parameters[1], parameters[2]);
        for (int i = 0; i < receivers.Length; i++)
        {
            timesUs[i] = (receivers[i].DistanceToMm(emitter) / parameters[Speed]) + parameters[Shift];
        }
    }

    private static void Derivatives(Position[] receivers, ReadOnlySpan<double> parameters, Span<double> jacobian)
    {
        jacobian.Clear();
        Position emitter = new(parameters[0], parameters[1], parameters[2]);
        double speedMmPerUs = parameters[Speed];
        for (int i = 0; i < receivers.Length; i++)
        {
            Position way = emitter - receivers[i];
            double distanceMm = Math.Max(way.RadiusMm, 1e-6);
            Span<double> row = jacobian.Slice(i * Parameters, Parameters);
            (row[0], row[1], row[2]) = (way.XMm / distanceMm / speedMmPerUs, way.YMm / distanceMm / speedMmPerUs, way.ZMm / distanceMm / speedMmPerUs);
            row[Speed] = -distanceMm / (speedMmPerUs * speedMmPerUs);
            row[Shift] = 1.0;
        }

        jacobian[(receivers.Length * Parameters) + Speed] = 1.0;
        jacobian[((receivers.Length + 1) * Parameters) + Shift] = 1.0;
    }

    private sealed record Sounding(FitResult Fit, PositionFix Emitter);
}
