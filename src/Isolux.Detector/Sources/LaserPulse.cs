namespace Isolux.Detector.Sources;

/// <summary>The light of a pulsed laser, isotropic after the scintillator absorbs and re-emits it.</summary>
/// <param name="WavelengthNm">Wavelength, nm.</param>
/// <param name="PulseWidthNs">Length of a pulse, ns.</param>
/// <param name="IntensityDecadesNumber">Range of intensities, decades.</param>
/// <param name="MonitorErrorPercent">Error of the intensity monitor, percent.</param>
public sealed record LaserPulse(double WavelengthNm, double PulseWidthNs, double IntensityDecadesNumber, double MonitorErrorPercent);
