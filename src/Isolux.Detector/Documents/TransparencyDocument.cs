using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Laser beams that monitor the transparency of the scintillator.</summary>
/// <param name="WavelengthsNm">Wavelengths of the lasers, nm.</param>
/// <param name="DivergenceDegrees">Gaussian spread of the directions of a beam, per transverse axis, in the medium of the launch point.</param>
/// <param name="PhotonsPerPulse">Photons of a pulse.</param>
/// <param name="PulseRateHz">Pulses per second.</param>
/// <param name="WindowNs">Time from a pulse in which light is counted, ns.</param>
/// <param name="Beams">Beams by name.</param>
public sealed record TransparencyDocument(
    MeasuredList WavelengthsNm,
    Measured DivergenceDegrees,
    MeasuredCount PhotonsPerPulse,
    Measured PulseRateHz,
    Measured WindowNs,
    ImmutableSortedDictionary<string, BeamDocument> Beams);
