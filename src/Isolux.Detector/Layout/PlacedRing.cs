using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Detector.Layout;

/// <summary>A ring whose slots have got their azimuths.</summary>
/// <param name="Ring">The ring.</param>
/// <param name="PhaseRad">Azimuth of slot 0, rad.</param>
/// <param name="Occupied">Whether a slot carries a sensor; one per slot.</param>
public sealed record PlacedRing(SensorRing Ring, double PhaseRad, ImmutableArray<bool> Occupied)
{
    /// <summary>Azimuth of a slot, rad.</summary>
    public double PhiRad(double slot) => PhaseRad + (slot * Ring.PitchRad);

    /// <summary>Centre of the equator of the sensor in a slot.</summary>
    public Position Centre(int slot) => Position.FromSpherical(Ring.RadiusMm, Math.Cos(Ring.ThetaRad), PhiRad(slot));
}
