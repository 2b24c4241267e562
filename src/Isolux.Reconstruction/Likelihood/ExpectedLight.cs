using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>Everything about a detector that the likelihood of an event evaluates, prepared once.</summary>
internal sealed class ExpectedLight
{
    /// <param name="detector">The detector.</param>
    /// <param name="map">Its expected light.</param>
    /// <param name="constants">Constants of its channels.</param>
    /// <param name="pePerMeV">Photoelectrons of the usable large PMTs per MeV at the centre.</param>
    /// <param name="window">When dark noise is seen, since the trigger.</param>
    public ExpectedLight(DetectorDescription detector, ExpectedLightMapPayload map, ChannelConstantsPayload constants, double pePerMeV, ReadoutWindow window)
    {
        Surface = map.Light;
        Channels = new ChannelTable(detector, map, constants);
        Shares = new ShareTable(map.Shares, map.Light.OuterRadiusMm);
        Delays = new DelayTable(map.Delays, map.Light.OuterRadiusMm, detector.Electronics?.PulsePairResolutionNs ?? window.EndNs - window.StartNs);
        Sums = new ShareSums(Channels, Shares, map.Light.OuterRadiusMm);
        PePerMeV = pePerMeV / Sums.CalibratedRatio(default, stackalloc double[3]);
        Window = window;
        NoisePe = (window.EndNs - window.StartNs) * Channels.NoisePerNs.Where((_, i) => Channels.Weight[i] > 0).Sum();
    }

    /// <summary>Photoelectrons per MeV at the centre, were every channel as the expected light has it.</summary>
    public double PePerMeV { get; }

    public LightSurface Surface { get; }

    public ChannelTable Channels { get; }

    public ShareTable Shares { get; }

    public DelayTable Delays { get; }

    public ShareSums Sums { get; }

    /// <summary>When dark noise is seen, since the trigger.</summary>
    public ReadoutWindow Window { get; }

    /// <summary>Dark counts of the usable channels in that time.</summary>
    public double NoisePe { get; }

    public double OuterRadiusMm => Surface.OuterRadiusMm;
}
