using System.Collections.Immutable;
using Isolux.Events.Beams;

namespace Isolux.Calibration.Transparency;

/// <summary>Charges of an exposure by group, and what the channels that were there should have seen of the template's light.</summary>
internal sealed class BeamGroups
{
    private BeamGroups(BeamTemplate template, double[] chargePe, double[] darkPe, double[] kept, double[] concentration)
    {
        (Template, ChargePe, DarkPe, KeptFraction, Concentration) = (template, chargePe, darkPe, kept, concentration);
    }

    public BeamTemplate Template { get; }

    public double[] ChargePe { get; }

    public double[] DarkPe { get; }

    /// <summary>Share of a group's light on channels that were there.</summary>
    public double[] KeptFraction { get; }

    /// <summary>Sum of the squared shares of the channels: 1/n for n equal channels.</summary>
    public double[] Concentration { get; }

    public static BeamGroups Of(BeamTemplate template, BeamExposure exposure)
    {
        int groups = template.GroupCount;
        double[] charge = new double[groups], dark = new double[groups], all = new double[groups], there = new double[groups], squares = new double[groups];
        for (int channel = 0; channel < template.GroupOfChannel.Length; channel++)
        {
            if (template.GroupOfChannel[channel] is >= 0 and var group)
            {
                all[group] += template.ChannelPePerPhoton[channel];
            }
        }

        for (int i = 0; i < exposure.Channels.Length; i++)
        {
            int group = template.GroupOfChannel[exposure.Channels[i]];
            if (group >= 0)
            {
                double light = template.ChannelPePerPhoton[exposure.Channels[i]];
                charge[group] += exposure.ChargePe[i];
                dark[group] += exposure.DarkPe[i];
                there[group] += light;
                squares[group] += light * light;
            }
        }

        return new BeamGroups(
            template,
            charge,
            dark,
            [.. there.Zip(all, (part, whole) => part / whole)],
            [.. squares.Zip(there, (square, sum) => sum > 0 ? square / (sum * sum) : 0.0)]);
    }

    /// <summary>Groups in which a channel was there.</summary>
    public ImmutableArray<int> Lit => [.. Enumerable.Range(0, KeptFraction.Length).Where(group => KeptFraction[group] > 0)];
}
