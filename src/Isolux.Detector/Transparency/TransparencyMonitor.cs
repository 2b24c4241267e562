using System.Collections.Immutable;

namespace Isolux.Detector.Transparency;

/// <summary>Laser beams through the scintillator, whose transmitted and scattered light measures its transparency.</summary>
/// <param name="WavelengthsNm">Wavelengths of the lasers, nm, increasing.</param>
/// <param name="DivergenceRad">Gaussian spread of the directions of a beam, per transverse axis, rad.</param>
/// <param name="PhotonsPerPulse">Photons of a pulse.</param>
/// <param name="PulseRateHz">Pulses per second.</param>
/// <param name="WindowNs">Time from a pulse in which light is counted, ns.</param>
/// <param name="Beams">The beams, by name.</param>
public sealed record TransparencyMonitor(
    ImmutableArray<double> WavelengthsNm,
    double DivergenceRad,
    int PhotonsPerPulse,
    double PulseRateHz,
    double WindowNs,
    ImmutableArray<LaserBeam> Beams);
