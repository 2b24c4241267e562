using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>A point from which photons of a map build start: radius (mm), cos(theta), azimuth in turns.</summary>
internal readonly record struct MapNode(double RadiusMm, double CosTheta, double AzimuthTurns)
{
    public Position Position => Position.FromSpherical(RadiusMm, CosTheta, 2.0 * Math.PI * AzimuthTurns);

    /// <summary>Weight that makes sums over nodes isotropic: the density of an isotropic polar angle over that of the nodes, (pi/2) sin(theta); its mean is 1.</summary>
    public double IsotropicWeight => 0.5 * Math.PI * Math.Sqrt(Math.Max(0.0, 1.0 - (CosTheta * CosTheta)));

    /// <summary>
    /// Node <paramref name="index"/> of a build: uniform in theta and phi, even nodes uniform in r^2 and odd ones in r^8. Polynomials in cos(theta) are least certain at their ends, the poles,
    /// and nodes uniform in theta even that out; the basis has most of its radial freedom near the edge, and the centre, to which everything is normalised, still gets its share.
    /// </summary>
    public static MapNode Draw(ulong seed, int index, double outerRadiusMm)
    {
        RandomSequence random = new(seed, 0, RandomStream.MapPosition, (uint)index, 0);
        double fraction = Math.Sqrt(random.NextDouble());
        fraction = (index & 1) == 0 ? fraction : Math.Sqrt(Math.Sqrt(fraction));
        return new MapNode(outerRadiusMm * fraction, Math.Cos(Math.PI * random.NextDouble()), random.NextDouble());
    }
}
