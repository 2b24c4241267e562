using Isolux.Detector.Sources;

namespace Isolux.Detector.Documents;

/// <summary>A calibration source.</summary>
/// <param name="Kind">What leaves the capsule.</param>
/// <param name="GammaLinesMeV">Gammas emitted together per decay or capture used for calibration, MeV.</param>
/// <param name="RateHz">Rate of calibration events, Hz.</param>
/// <param name="CaptureSpreadM">Gaussian sigma per axis of the capture point of a source's neutrons, m.</param>
public sealed record SourceDocument(SourceKind Kind, MeasuredList GammaLinesMeV, Measured RateHz, Measured? CaptureSpreadM = null);
