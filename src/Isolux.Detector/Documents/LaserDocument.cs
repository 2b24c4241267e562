namespace Isolux.Detector.Documents;

/// <summary>The light of a pulsed laser.</summary>
/// <param name="WavelengthNm">Wavelength, nm.</param>
/// <param name="PulseWidthNs">Length of a pulse, ns.</param>
/// <param name="IntensityDecades">Range of intensities, decades.</param>
/// <param name="MonitorErrorPercent">Error of the intensity monitor, percent.</param>
public sealed record LaserDocument(Measured WavelengthNm, Measured PulseWidthNs, Measured IntensityDecades, Measured MonitorErrorPercent);
