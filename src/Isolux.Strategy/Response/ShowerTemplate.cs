using Isolux.Quantities;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Response;

/// <summary>A stored shower: where its light is made relative to the vertex (mm) and how much of it, normalised to 1 in sum.</summary>
/// <param name="Start">Where its first particle starts relative to the vertex, mm: away from it for neutron captures.</param>
/// <param name="Offsets">Where light is made, mm.</param>
/// <param name="LightFractions">Shares of the light.</param>
/// <param name="Photons">All its light, as scintillation photons would count.</param>
internal sealed record ShowerTemplate(Position Start, Position[] Offsets, double[] LightFractions, double Photons)
{
    /// <summary>Mean of a map over the light of the shower, and where that light is on average; false where part of the shower lies outside the map.</summary>
    public bool TryFold(LightMap map, Position vertex, out double folded, out Position centre)
    {
        folded = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < Offsets.Length; i++)
        {
            Position point = vertex + Offsets[i];
            if (point.RadiusMm > map.OuterRadiusMm)
            {
                centre = default;
                return false;
            }

            double fraction = LightFractions[i];
            folded += fraction * map.Evaluate(point);
            x += fraction * point.XMm;
            y += fraction * point.YMm;
            z += fraction * point.ZMm;
        }

        centre = new Position(x, y, z);
        return true;
    }

    /// <summary>Where the light of the shower is on average; false where it starts outside a sphere or part of it lies there.</summary>
    public bool TryPlace(double radiusMm, Position vertex, out Position centre)
    {
        double x = 0;
        double y = 0;
        double z = 0;
        bool inside = (vertex + Start).RadiusMm < radiusMm;
        for (int i = 0; i < Offsets.Length && inside; i++)
        {
            Position point = vertex + Offsets[i];
            inside = point.RadiusMm <= radiusMm;
            x += LightFractions[i] * point.XMm;
            y += LightFractions[i] * point.YMm;
            z += LightFractions[i] * point.ZMm;
        }

        centre = new Position(x, y, z);
        return inside;
    }

    /// <summary>Expected photoelectrons of the light inside the map; none where the shower starts outside.</summary>
    public double ExpectedPe(LightMap map, Position vertex)
    {
        double fraction = 0;
        for (int i = 0; i < Offsets.Length && (vertex + Start).RadiusMm < map.OuterRadiusMm; i++)
        {
            Position point = vertex + Offsets[i];
            fraction += point.RadiusMm <= map.OuterRadiusMm ? LightFractions[i] * map.Evaluate(point) : 0.0;
        }

        return Photons * fraction;
    }
}
