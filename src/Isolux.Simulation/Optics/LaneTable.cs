using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>A table of numbers read by sixteen lanes at once; up to sixteen entries are read from a register.</summary>
internal sealed class LaneTable
{
    private readonly float[] _values;

    public LaneTable(IEnumerable<float> values)
    {
        float[] entries = [.. values];
        _values = entries.Length < PhotonLanes.Count ? [.. entries, .. new float[PhotonLanes.Count - entries.Length]] : entries;
    }

    /// <summary>The entries at sixteen indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Read(Vector512<int> index)
    {
        float[] values = _values;
        return values.Length == PhotonLanes.Count ? Vector512.Shuffle(Vector512.Create(values), index) : Gather(values, index);
    }

    private static Vector512<float> Gather(float[] values, Vector512<int> index)
    {
        Span<int> indices = stackalloc int[PhotonLanes.Count];
        Span<float> gathered = stackalloc float[PhotonLanes.Count];
        index.CopyTo(indices);
        for (int lane = 0; lane < indices.Length; lane++)
        {
            gathered[lane] = values[indices[lane]];
        }

        return Vector512.Create<float>(gathered);
    }
}
