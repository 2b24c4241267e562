using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>A point from which photons of a map build start: radius (mm), cos(theta), azimuth in turns.</summary>
internal readonly record struct MapNode(double RadiusMm, double CosTheta, double AzimuthTurns)
{
    public Position Position => Position.FromSpherical(RadiusMm, CosTheta, 2.0 * Math.PI * AzimuthTurns);

    /// <summary>
    /// Node <paramref name="index"/> of a build: isotropic, even nodes uniform in r^2 and odd ones in r^4. The basis has most of its freedom near the edge, and the centre, to
    /// which everything is normalised, still gets its share.
    /// </summary>
    public static MapNode Draw(ulong seed, int index, double outerRadiusMm)
    {
        RandomSequence random = new(seed, 0, RandomStream.MapPosition, (uint)index, 0);
        double fraction = Math.Sqrt(random.NextDouble());
        fraction = (index & 1) == 0 ? fraction : Math.Sqrt(fraction);
        return new MapNode(outerRadiusMm * fraction, (2.0 * random.NextDouble()) - 1.0, random.NextDouble());
    }
}
