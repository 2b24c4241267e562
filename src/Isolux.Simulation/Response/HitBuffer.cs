using System.Runtime.InteropServices;
using Isolux.Events.Hits;

namespace Isolux.Simulation.Response;

/// <summary>
/// The hits of one event, in the order large PMTs' light, small PMTs' light, dark noise. Reuse one buffer per thread: <see cref="HitSampler"/> clears it first, and
/// nothing is allocated once it has grown to the largest event. Not safe for use by two threads at once.
/// </summary>
public sealed class HitBuffer
{
    private readonly List<Hit> _hits = new(2048);

    /// <summary>The hits.</summary>
    public ReadOnlySpan<Hit> Hits => CollectionsMarshal.AsSpan(_hits);

    /// <summary>Hits of light in large PMTs: the first ones.</summary>
    public int LpmtLightCount { get; internal set; }

    /// <summary>Hits of light in small PMTs: the next ones.</summary>
    public int SpmtLightCount { get; internal set; }

    /// <summary>Hits of dark noise: the last ones.</summary>
    public int DarkCount => _hits.Count - LpmtLightCount - SpmtLightCount;

    /// <summary>Running sums of the expected light of the deposits, scintillation in the first half and Cherenkov in the second.</summary>
    internal double[] CumulativeLight { get; private set; } = new double[256];

    internal void Clear(int deposits)
    {
        _hits.Clear();
        LpmtLightCount = 0;
        SpmtLightCount = 0;
        if (CumulativeLight.Length < 2 * deposits)
        {
            CumulativeLight = new double[4 * deposits];
        }
    }

    internal void Add(in Hit hit) => _hits.Add(hit);
}
