using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>The scintillator: a sphere around the centre, or everything if the radius is infinite.</summary>
internal readonly struct ScintillatorSphere(double radiusMm)
{
    private readonly double _radius2Mm2 = radiusMm * radiusMm;

    public bool Contains(in Position position) =>
        (position.XMm * position.XMm) + (position.YMm * position.YMm) + (position.ZMm * position.ZMm) <= _radius2Mm2;
}
