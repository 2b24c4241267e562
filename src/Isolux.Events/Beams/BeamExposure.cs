using System.Collections.Immutable;

namespace Isolux.Events.Beams;

/// <summary>What the large photosensors saw of many pulses of one laser beam. Element i of every column belongs to channel <c>Channels[i]</c>; channels that are not there did not count.</summary>
/// <param name="Beam">Name of the beam.</param>
/// <param name="WavelengthNm">Its wavelength, nm.</param>
/// <param name="Pulses">Number of pulses.</param>
/// <param name="Channels">Channels, increasing.</param>
/// <param name="ChargePe">Charge of all pulses, dark noise included, PE.</param>
/// <param name="DarkPe">Mean dark noise in it, PE.</param>
public sealed record BeamExposure(
    string Beam,
    double WavelengthNm,
    long Pulses,
    ImmutableArray<int> Channels,
    ImmutableArray<double> ChargePe,
    ImmutableArray<double> DarkPe)
{
    /// <summary>The same exposure without the channels that did not count in another one.</summary>
    /// <param name="other">The other exposure.</param>
    public BeamExposure OnlyOn(BeamExposure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int[] kept = [.. Enumerable.Range(0, Channels.Length).Where(i => other.Channels.BinarySearch(Channels[i]) >= 0)];
        return this with
        {
            Channels = [.. kept.Select(i => Channels[i])],
            ChargePe = [.. kept.Select(i => ChargePe[i])],
            DarkPe = [.. kept.Select(i => DarkPe[i])],
        };
    }
}
