namespace Isolux.Numerics.Interpolation;

/// <summary>One axis of a <see cref="SplineGrid"/>.</summary>
/// <param name="Count">Number of nodes: 2 or more, 1 or more on a periodic axis.</param>
/// <param name="End">How the function goes on beyond them.</param>
public readonly record struct SplineGridAxis(int Count, SplineEnd End)
{
    internal int StoredCount => Count + (End == SplineEnd.Periodic ? 3 : 2);

    internal int LastCell => End == SplineEnd.Periodic ? Count - 1 : Count - 2;

    /// <summary>The node whose value stands beside node <paramref name="index"/>, which may lie one beyond an end; -1 where the function goes on along its tangent.</summary>
    internal int Neighbour(int index) => index >= 0 && index < Count ? index : End switch
    {
        SplineEnd.Periodic => (index + Count) % Count,
        SplineEnd.Mirrored => index < 0 ? -index : (2 * (Count - 1)) - index,
        _ => -1,
    };
}
