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
    private float[] _decaysNs = [];
    private float[] _normals = [];

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

    /// <summary>Photoelectrons per deposit, scintillation in the first half and Cherenkov in the second.</summary>
    internal int[] DepositCounts { get; private set; } = new int[256];

    /// <summary>Channels of the photoelectrons of one deposit.</summary>
    internal int[] Channels { get; private set; } = [];

    /// <summary>Their flight times, ns.</summary>
    internal float[] FlightsNs { get; private set; } = [];

    internal void Clear(int deposits)
    {
        _hits.Clear();
        LpmtLightCount = 0;
        SpmtLightCount = 0;
        if (CumulativeLight.Length < 2 * deposits)
        {
            CumulativeLight = new double[4 * deposits];
            DepositCounts = new int[4 * deposits];
        }
    }

    /// <summary>Makes room for the photoelectrons of one family.</summary>
    internal void Reserve(int count)
    {
        if (Channels.Length < count)
        {
            int length = Padded(2 * count);
            Channels = new int[length];
            FlightsNs = new float[length];
            _decaysNs = new float[length];
            _normals = new float[length];
        }
    }

    /// <summary>Delays of scintillation, ns, for at least <paramref name="count"/> photoelectrons.</summary>
    internal Span<float> DecaysNs(int count) => _decaysNs.AsSpan(0, Padded(count));

    /// <summary>Normals for at least <paramref name="count"/> photoelectrons.</summary>
    internal Span<float> Normals(int count) => _normals.AsSpan(0, Padded(count));

    /// <summary>Adds room for hits and returns it.</summary>
    internal Span<Hit> Append(int count)
    {
        int first = _hits.Count;
        CollectionsMarshal.SetCount(_hits, first + count);
        return CollectionsMarshal.AsSpan(_hits)[first..];
    }

    internal void Add(in Hit hit) => _hits.Add(hit);

    private static int Padded(int count) => (count + HitTimes.Granularity - 1) / HitTimes.Granularity * HitTimes.Granularity;
}
