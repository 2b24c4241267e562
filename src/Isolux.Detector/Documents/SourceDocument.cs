using Isolux.Detector.Sources;

namespace Isolux.Detector.Documents;

/// <summary>A calibration source.</summary>
/// <param name="Kind">What it emits.</param>
/// <param name="GammaLinesMeV">Gammas emitted together per decay or capture used for calibration, MeV.</param>
/// <param name="RateHz">Rate of calibration events at the reference date, Hz.</param>
/// <param name="CaptureSpreadM">Gaussian sigma per axis of the capture point of a source's neutrons where they are not transported, m.</param>
/// <param name="HalfLifeS">Half-life, s.</param>
/// <param name="ReferenceDate">Date the rate holds for; without one the rate is constant.</param>
/// <param name="Decay">What a decay emits.</param>
/// <param name="Laser">Light of a laser.</param>
/// <param name="Capsule">Name of its capsule; none for a source without one.</param>
public sealed record SourceDocument(
    SourceKind Kind,
    MeasuredList GammaLinesMeV,
    Measured RateHz,
    Measured? CaptureSpreadM = null,
    Measured? HalfLifeS = null,
    MeasuredDate? ReferenceDate = null,
    DecaySchemeDocument? Decay = null,
    LaserDocument? Laser = null,
    string? Capsule = null);
