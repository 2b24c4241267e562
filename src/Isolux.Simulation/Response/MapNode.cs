using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>A point from which photons of a map build start: radius (mm), cos(theta), azimuth in turns.</summary>
internal readonly record struct MapNode(double RadiusMm, double CosTheta, double AzimuthTurns)
{
    public Position Position => Position.FromSpherical(RadiusMm, CosTheta, 2.0 * Math.PI * AzimuthTurns);

    /// <summary>Node <paramref name="index"/> of a build: uniform in (r^2, cos theta, phi), so half the nodes lie beyond 0.7 of the radius.</summary>
    public static MapNode Draw(ulong seed, int index, double outerRadiusMm)
    {
        RandomSequence random = new(seed, 0, RandomStream.MapPosition, (uint)index, 0);
        return new MapNode(outerRadiusMm * Math.Sqrt(random.NextDouble()), (2.0 * random.NextDouble()) - 1.0, random.NextDouble());
    }
}
