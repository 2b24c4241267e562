using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>A reconstructed vertex without a reconstruction: Gaussian about the true one on each of x, y and z, 8 cm/sqrt(E/MeV) wide.</summary>
/// <remarks>JHEP 03 (2021) 004 quotes the resolution; that it holds per axis is an assumption.</remarks>
internal sealed class VertexSmearing(ulong seed)
{
    private const double WidthAtOneMeVMm = 80.0;
    private const double LeastMeV = 0.1;

    /// <param name="vertex">True vertex.</param>
    /// <param name="visibleMeV">Visible energy not corrected for position.</param>
    /// <param name="energy">Index of the kinetic energy.</param>
    /// <param name="index">Event.</param>
    public Position Smear(Position vertex, double visibleMeV, int energy, int index)
    {
        RandomSequence random = new(seed, RandomRuns.VertexSmearing + (uint)energy, RandomStream.VertexSmearing, (uint)index, 0);
        double sigmaMm = WidthAtOneMeVMm / Math.Sqrt(Math.Max(visibleMeV, LeastMeV));
        return vertex + new Position(sigmaMm * random.NextNormal(), sigmaMm * random.NextNormal(), sigmaMm * random.NextNormal());
    }
}
