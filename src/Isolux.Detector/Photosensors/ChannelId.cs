namespace Isolux.Detector.Photosensors;

/// <summary>Index of a readout channel, counted from 0 over all photosensors of a detector.</summary>
public readonly record struct ChannelId
{
    private ChannelId(int value) => Index = value;

    /// <summary>The index, from 0.</summary>
    public int Index { get; }

    /// <summary>A channel from its index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static ChannelId FromIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(index);
    }
}
