using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Events.Beams;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Transparency;

/// <summary>
/// Exposures made from a template instead of photons, for many pseudo-experiments: the light of a channel is its share of its group, whatever the scintillator.
/// </summary>
/// <param name="detector">The detector; it declares beams.</param>
/// <param name="template">Light of the beam.</param>
/// <param name="efficienciesRelative">Efficiency of every channel relative to the declared one; null where all are as declared.</param>
public sealed class PseudoExposure(DetectorDescription detector, BeamTemplate template, ImmutableArray<double>? efficienciesRelative = null)
{
    private readonly ImmutableArray<int> _channels = [.. Enumerable.Range(0, template.GroupOfChannel.Length).Where(channel => template.GroupOfChannel[channel] >= 0)];

    /// <summary>The exposure without fluctuations.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient over the template's).</param>
    /// <param name="logScatteringFactor">ln(Rayleigh coefficient over the template's).</param>
    /// <param name="pulses">Number of pulses.</param>
    public BeamExposure Mean(double logAbsorptionFactor, double logScatteringFactor, long pulses)
    {
        double photons = pulses * (double)detector.Transparency!.PhotonsPerPulse;
        double[] there = new double[template.GroupCount], here = new double[template.GroupCount];
        template.Evaluate(logAbsorptionFactor, logScatteringFactor, there);
        template.Evaluate(0.0, 0.0, here);
        ImmutableArray<double> darkPe = [.. _channels.Select(channel => pulses * detector.Photosensors[channel].Type.MeanDarkPe(detector.Transparency.WindowNs))];
        return new BeamExposure(template.Beam, template.WavelengthNm, pulses, _channels, [.. _channels.Select((channel, i) => Light(channel) + darkPe[i])], darkPe);

        double Light(int channel)
        {
            int group = template.GroupOfChannel[channel];
            return photons * template.ChannelPePerPhoton[channel] * (there[group] / here[group]) * (efficienciesRelative?[channel] ?? 1.0);
        }
    }

    /// <summary>An exposure with Poisson fluctuations.</summary>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient over the template's).</param>
    /// <param name="logScatteringFactor">ln(Rayleigh coefficient over the template's).</param>
    /// <param name="pulses">Number of pulses.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="toy">Number of the pseudo-experiment.</param>
    /// <param name="beam">Number of the beam in it.</param>
    public BeamExposure Draw(double logAbsorptionFactor, double logScatteringFactor, long pulses, ulong seed, uint toy, uint beam)
    {
        var random = new RandomSequence(seed, RandomRuns.BeamToys, RandomStream.Toy, toy, beam);
        BeamExposure mean = Mean(logAbsorptionFactor, logScatteringFactor, pulses);
        double[] drawn = new double[mean.ChargePe.Length];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = Poisson.Sample(mean.ChargePe[i], ref random);
        }

        return mean with { ChargePe = [.. drawn] };
    }
}
