using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>The <see cref="ObstacleGate"/>s of all shells, for sixteen paths at once.</summary>
internal sealed class ObstacleGateLanes(IReadOnlyList<ObstacleGate> gates)
{
    private readonly bool _closed = gates.All(g => float.IsPositiveInfinity(g.InnerSquared));
    private readonly LaneTable _innerSquared = new(gates.Select(g => g.InnerSquared));
    private readonly LaneTable _x = new(gates.Select(g => g.Normal.X)), _y = new(gates.Select(g => g.Normal.Y)), _z = new(gates.Select(g => g.Normal.Z));
    private readonly LaneTable _heightMm = new(gates.Select(g => g.HeightMm));

    /// <summary>Mask of the photons whose paths may meet an obstacle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Open(in PhotonLanes photons, Vector512<float> lengthMm, Vector512<float> endSquared)
    {
        if (_closed)
        {
            return Vector512<float>.Zero;
        }

        Vector512<int> shell = photons.Shell;
        var normal = new Float3Lanes(_x.Read(shell), _y.Read(shell), _z.Read(shell));
        Vector512<float> height = Float3Lanes.Dot(normal, photons.Position);
        Vector512<float> highest = Vector512.Max(height, Vector512.FusedMultiplyAdd(lengthMm, Float3Lanes.Dot(normal, photons.Direction), height));
        return Vector512.GreaterThan(highest, _heightMm.Read(shell))
            & Vector512.GreaterThan(Vector512.Max(photons.RadiusSquared, endSquared), _innerSquared.Read(shell));
    }
}
