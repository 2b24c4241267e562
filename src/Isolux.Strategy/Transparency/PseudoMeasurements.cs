using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Events.Beams;

namespace Isolux.Strategy.Transparency;

/// <summary>Exposures of all beams of one wavelength, made from their templates.</summary>
/// <param name="detector">The detector; it declares beams.</param>
/// <param name="templates">Light of the beams.</param>
/// <param name="efficienciesRelative">Efficiency of every channel relative to the declared one, for every beam; null where all are as declared.</param>
public sealed class PseudoMeasurements(DetectorDescription detector, ImmutableArray<BeamTemplate> templates, ImmutableArray<ImmutableArray<double>>? efficienciesRelative = null)
{
    private readonly ImmutableArray<PseudoExposure> _beams = [.. templates.Select((template, i) => new PseudoExposure(detector, template, efficienciesRelative?[i]))];

    /// <summary>Without fluctuations.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient over the templates').</param>
    /// <param name="pulses">Pulses of every beam.</param>
    public ImmutableArray<BeamExposure> Mean(double logAbsorptionFactor, long pulses) => [.. _beams.Select(beam => beam.Mean(logAbsorptionFactor, 0.0, pulses))];

    /// <summary>With Poisson fluctuations.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient over the templates').</param>
    /// <param name="pulses">Pulses of every beam.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="toy">Number of the pseudo-experiment.</param>
    public ImmutableArray<BeamExposure> Draw(double logAbsorptionFactor, long pulses, ulong seed, uint toy) =>
        [.. _beams.Select((beam, i) => beam.Draw(logAbsorptionFactor, 0.0, pulses, seed, toy, (uint)i))];
}
