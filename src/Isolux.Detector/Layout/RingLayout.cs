using System.Collections.Immutable;
using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Detector.Layout;

/// <summary>
/// Large photosensors on iso-theta rings. Consecutive rings with equal numbers of slots alternate by half a slot, as close packing needs; the
/// azimuth of the first ring of such a group is the one that leaves most room between the sensors and the support bars (and the ring before);
/// the slots a ring loses are those nearest to the bars.
/// </summary>
/// <param name="Rings">The rings from the top down.</param>
public sealed record RingLayout(ImmutableArray<PlacedRing> Rings)
{
    private const int PhaseCandidates = 240;

    /// <summary>Centres of the sensors' equators, ring by ring and slot by slot.</summary>
    public ImmutableArray<Position> Centres =>
        [.. Rings.SelectMany(ring => Enumerable.Range(0, ring.Ring.Slots).Where(slot => ring.Occupied[slot]).Select(ring.Centre))];

    /// <summary>Places the sensors.</summary>
    /// <param name="rings">Rings in order of polar angle.</param>
    /// <param name="sensorRadiusMm">Radius of a sensor at its equator, mm.</param>
    /// <param name="bars">Radial bars and chimney.</param>
    /// <exception cref="ArgumentException">A ring has no slot, or more sensors than slots.</exception>
    public static RingLayout Generate(ImmutableArray<SensorRing> rings, double sensorRadiusMm, ImmutableArray<OpaqueBar> bars)
    {
        if (rings.FirstOrDefault(r => r.Slots < 1 || r.Sensors < 0 || r.Sensors > r.Slots) is { } wrong)
        {
            throw new ArgumentException($"A ring needs at least one slot and no more sensors than slots (got {wrong}).", nameof(rings));
        }

        var placed = ImmutableArray.CreateBuilder<PlacedRing>(rings.Length);
        for (int first = 0; first < rings.Length;)
        {
            int next = first + 1;
            while (next < rings.Length && rings[next].Slots == rings[first].Slots)
            {
                next++;
            }

            PlacedRing? before = first > 0 ? placed[first - 1] : null;
            placed.AddRange(PlaceGroup(rings[first..next], before, sensorRadiusMm, bars));
            first = next;
        }

        return new RingLayout(placed.ToImmutable());
    }

    private static ImmutableArray<PlacedRing> PlaceGroup(
        ImmutableArray<SensorRing> group, PlacedRing? before, double sensorRadiusMm, ImmutableArray<OpaqueBar> bars)
    {
        double pitchRad = group[0].PitchRad;
        ImmutableArray<ImmutableArray<BarDirection>> near =
            [.. group.Select(ring => BarDirection.Near(bars, ring.ThetaRad, ring.RadiusMm, sensorRadiusMm + (ring.RadiusMm * ring.PitchRad)))];
        var best = ImmutableArray<PlacedRing>.Empty;
        double bestRoomMm = double.NegativeInfinity;
        for (int candidate = 0; candidate < PhaseCandidates; candidate++)
        {
            var placed = ImmutableArray.CreateBuilder<PlacedRing>(group.Length);
            double roomMm = double.PositiveInfinity;
            for (int i = 0; i < group.Length; i++)
            {
                double phaseRad = pitchRad * (((double)candidate / PhaseCandidates) + (0.5 * (i % 2)));
                (PlacedRing ring, double ringRoomMm) = PlaceRing(group[i], phaseRad, near[i], sensorRadiusMm);
                placed.Add(ring);
                roomMm = Math.Min(roomMm, ringRoomMm);
            }

            roomMm = Math.Min(roomMm, before is null ? double.PositiveInfinity : RoomBetween(before, placed[0], sensorRadiusMm));
            if (roomMm > bestRoomMm)
            {
                bestRoomMm = roomMm;
                best = placed.ToImmutable();
            }

            if (double.IsPositiveInfinity(roomMm))
            {
                break;
            }
        }

        return best;
    }

    private static (PlacedRing Ring, double RoomMm) PlaceRing(
        SensorRing ring, double phaseRad, ImmutableArray<BarDirection> near, double sensorRadiusMm)
    {
        if (near.IsEmpty && ring.Sensors == ring.Slots)
        {
            return (new PlacedRing(ring, phaseRad, [.. Enumerable.Repeat(true, ring.Slots)]), double.PositiveInfinity);
        }

        var distanceMm = new double[ring.Slots];
        Array.Fill(distanceMm, double.PositiveInfinity);
        foreach (BarDirection bar in near)
        {
            int nearest = (int)Math.Round((bar.PhiRad - phaseRad) / ring.PitchRad);
            for (int slot = nearest - 1; slot <= nearest + 1; slot++)
            {
                int index = ((slot % ring.Slots) + ring.Slots) % ring.Slots;
                double phiRad = phaseRad + (slot * ring.PitchRad);
                distanceMm[index] = Math.Min(distanceMm[index], bar.DistanceMm(ring.ThetaRad, phiRad, ring.RadiusMm));
            }
        }

        int[] nearestFirst = [.. Enumerable.Range(0, ring.Slots).OrderBy(slot => distanceMm[slot])];
        int lost = ring.Slots - ring.Sensors;
        var occupied = new bool[ring.Slots];
        foreach (int slot in nearestFirst.AsSpan(lost))
        {
            occupied[slot] = true;
        }

        double roomMm = ring.Sensors > 0 ? distanceMm[nearestFirst[lost]] - sensorRadiusMm : double.PositiveInfinity;
        return (new PlacedRing(ring, phaseRad, [.. occupied]), roomMm);
    }

    private static double RoomBetween(PlacedRing upper, PlacedRing lower, double sensorRadiusMm)
    {
        if (upper.Ring.RadiusMm * (lower.Ring.ThetaRad - upper.Ring.ThetaRad) > 2.0 * sensorRadiusMm)
        {
            return double.PositiveInfinity;
        }

        double nearestMm = double.PositiveInfinity;
        for (int slot = 0; slot < lower.Ring.Slots; slot++)
        {
            for (int other = 0; other < upper.Ring.Slots; other++)
            {
                nearestMm = Math.Min(nearestMm, lower.Centre(slot).DistanceToMm(upper.Centre(other)));
            }
        }

        return nearestMm - (2.0 * sensorRadiusMm);
    }
}
