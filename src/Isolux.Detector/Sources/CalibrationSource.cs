using System.Collections.Immutable;

namespace Isolux.Detector.Sources;

/// <summary>A calibration source as the detector's document declares it.</summary>
/// <param name="Name">Name, e.g. "AmC".</param>
/// <param name="Kind">What leaves the capsule.</param>
/// <param name="GammaLinesMeV">Gammas emitted together per decay or capture used for calibration.</param>
/// <param name="RateHz">Rate of calibration events at the declared date, Hz.</param>
/// <param name="CaptureSpreadMm">Gaussian sigma per axis of the point where the calibration gamma starts around the source, mm; 0 for gamma sources.</param>
public sealed record CalibrationSource(
    string Name,
    SourceKind Kind,
    ImmutableArray<double> GammaLinesMeV,
    double RateHz,
    double CaptureSpreadMm);
