using System.Collections.Immutable;
using Isolux.Detector.Capsules;

namespace Isolux.Detector.Sources;

/// <summary>A calibration source as the detector's document declares it.</summary>
/// <param name="Name">Name, e.g. "AmC".</param>
/// <param name="Kind">What it emits.</param>
/// <param name="GammaLinesMeV">Gammas emitted together per decay or capture used for calibration.</param>
/// <param name="RateHz">Rate of calibration events at the reference date, Hz.</param>
/// <param name="CaptureSpreadMm">
/// Gaussian sigma per axis of the point where the calibration gamma starts around the source, mm; 0 for gamma sources. The model of map campaigns, where
/// neutrons are not transported.
/// </param>
public sealed record CalibrationSource(
    string Name,
    SourceKind Kind,
    ImmutableArray<double> GammaLinesMeV,
    double RateHz,
    double CaptureSpreadMm)
{
    private const double SecondsPerDay = 86_400.0;

    /// <summary>Half-life, s; null where none is declared.</summary>
    public double? HalfLifeS { get; init; }

    /// <summary>Date <see cref="RateHz"/> holds for; null for a constant rate.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>What a decay emits; null where only the calibration lines are declared.</summary>
    public DecayScheme? Decay { get; init; }

    /// <summary>Light of a laser; null for other sources.</summary>
    public LaserPulse? Laser { get; init; }

    /// <summary>Its capsule and what that hangs in; null for a source without one.</summary>
    public SourceCapsule? Capsule { get; init; }

    /// <summary>Rate of calibration events on a date, Hz: decayed (or not yet decayed) from the reference date by the half-life.</summary>
    public double RateHzAt(DateOnly date) => ReferenceDate is { } reference && HalfLifeS is { } halfLifeS
        ? RateHz * Math.Pow(2.0, (reference.DayNumber - date.DayNumber) * SecondsPerDay / halfLifeS)
        : RateHz;
}
