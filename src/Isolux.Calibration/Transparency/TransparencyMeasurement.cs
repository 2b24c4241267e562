using System.Collections.Immutable;
using Isolux.Events.Beams;

namespace Isolux.Calibration.Transparency;

/// <summary>A measurement of transparency, checked against the detector.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="SinglePeResolution">Relative spread of the charge of a photoelectron.</param>
/// <param name="Exposures">The exposures, in the order of the document.</param>
public sealed record TransparencyMeasurement(string Source, double SinglePeResolution, ImmutableArray<BeamExposure> Exposures)
{
    /// <summary>Wavelengths that were measured, nm, increasing.</summary>
    public ImmutableArray<double> WavelengthsNm => [.. Exposures.Select(exposure => exposure.WavelengthNm).Distinct().Order()];

    /// <summary>The exposures of a wavelength, by beam.</summary>
    /// <param name="wavelengthNm">Wavelength, nm.</param>
    public ImmutableArray<BeamExposure> At(double wavelengthNm) =>
        [.. Exposures.Where(exposure => exposure.WavelengthNm == wavelengthNm).OrderBy(exposure => exposure.Beam, StringComparer.Ordinal)];
}
