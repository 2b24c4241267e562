using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Detector.Layout;

/// <summary>Places for small photosensors: the centres of the triangles that neighbouring slots of two rings form.</summary>
public static class GapLayout
{
    /// <summary>Free places between the rings, from the top down; none touches a bar or lies in the hole around the axis.</summary>
    /// <param name="layout">The rings of large sensors.</param>
    /// <param name="sphereRadiusMm">Distance of the places from the centre, mm.</param>
    /// <param name="sensorRadiusMm">Radius of a small sensor, mm.</param>
    /// <param name="holeRadiusMm">Radius of the hole around the axis, mm.</param>
    /// <param name="bars">Radial bars.</param>
    public static ImmutableArray<Position> FindSites(
        RingLayout layout, double sphereRadiusMm, double sensorRadiusMm, double holeRadiusMm, ImmutableArray<OpaqueBar> bars)
    {
        var sites = ImmutableArray.CreateBuilder<Position>();
        for (int i = 0; i + 1 < layout.Rings.Length; i++)
        {
            PlacedRing upper = layout.Rings[i];
            PlacedRing lower = layout.Rings[i + 1];
            double gapRad = lower.Ring.ThetaRad - upper.Ring.ThetaRad;
            AddRow(upper, upper.Ring.ThetaRad + Offset(upper, gapRad));
            AddRow(lower, lower.Ring.ThetaRad - Offset(lower, gapRad));
        }

        return sites.ToImmutable();

        void AddRow(PlacedRing ring, double thetaRad)
        {
            if (sphereRadiusMm * Math.Sin(thetaRad) < holeRadiusMm + sensorRadiusMm)
            {
                return;
            }

            ImmutableArray<BarDirection> near = BarDirection.Near(bars, thetaRad, sphereRadiusMm, sensorRadiusMm);
            for (int slot = 0; slot < ring.Ring.Slots; slot++)
            {
                double phiRad = ring.PhiRad(slot + 0.5);
                if (!near.Any(bar => bar.DistanceMm(thetaRad, phiRad, sphereRadiusMm) < sensorRadiusMm))
                {
                    sites.Add(Position.FromSpherical(sphereRadiusMm, Math.Cos(thetaRad), phiRad));
                }
            }
        }
    }

    // The point between two neighbours of a ring that is as far from them as from a slot of the other ring that faces their middle.
    private static double Offset(PlacedRing ring, double gapRad)
    {
        double halfPitchRad = 0.5 * ring.Ring.PitchRad * Math.Sin(ring.Ring.ThetaRad);
        return Math.Max(0.0, ((gapRad * gapRad) - (halfPitchRad * halfPitchRad)) / (2.0 * gapRad));
    }
}
