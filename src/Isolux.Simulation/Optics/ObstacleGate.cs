using System.Runtime.CompilerServices;
using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>
/// A cheap test that keeps most paths inside one shell from the search for obstacles: whatever reaches into the shell lies beyond a radius and beyond a plane.
/// A path that stays below either meets nothing.
/// </summary>
/// <param name="InnerSquared">Squared radius, mm^2; infinite where nothing reaches into the shell.</param>
/// <param name="Normal">Unit normal of the plane.</param>
/// <param name="HeightMm">Height of the plane over the detector centre along the normal; negative infinity where no plane helps.</param>
internal readonly record struct ObstacleGate(float InnerSquared, Float3 Normal, float HeightMm)
{
    // Squared radii carry a relative rounding of 1e-7, distances along a path of 40 m one of some 0.01 mm.
    private const double RadiusSafety = 1.0 - 5e-6;
    private const double SlackMm = 10.0;

    /// <summary>The gate of a shell.</summary>
    /// <param name="bars">The bars that reach into it.</param>
    /// <param name="sensors">The sensors, or null where none reaches into it.</param>
    public static ObstacleGate Of(IReadOnlyCollection<OpaqueBar> bars, SensorField? sensors)
    {
        double innerMm = sensors is null ? double.PositiveInfinity : Math.Sqrt(sensors.InnerSquared);
        Position sum = Position.Centre;
        foreach (OpaqueBar bar in bars)
        {
            innerMm = Math.Min(innerMm, BarField.InnerRadiusMm(bar));
            sum = sum + bar.Start + bar.End;
        }

        float innerSquared = (float)(innerMm * innerMm * RadiusSafety * RadiusSafety);
        if (sensors is not null || sum.RadiusMm == 0.0)
        {
            return new ObstacleGate(innerSquared, default, float.NegativeInfinity);
        }

        var normal = new Position(sum.XMm / sum.RadiusMm, sum.YMm / sum.RadiusMm, sum.ZMm / sum.RadiusMm);
        double heightMm = bars.Min(bar => Math.Min(Dot(normal, bar.Start), Dot(normal, bar.End)) - (bar.RadiusMm * Tilt(normal, bar)));
        return new ObstacleGate(innerSquared, new Float3((float)normal.XMm, (float)normal.YMm, (float)normal.ZMm), (float)(heightMm - SlackMm));
    }

    /// <summary>Whether a path may meet an obstacle.</summary>
    /// <param name="position">Its start.</param>
    /// <param name="direction">Unit direction.</param>
    /// <param name="lengthMm">Its length.</param>
    /// <param name="startSquared">Squared radius of its start, mm^2.</param>
    /// <param name="endSquared">Squared radius of its end, mm^2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Opens(Float3 position, Float3 direction, float lengthMm, float startSquared, float endSquared)
    {
        if (startSquared <= InnerSquared && endSquared <= InnerSquared)
        {
            return false;
        }

        float height = Float3.Dot(Normal, position);
        return height > HeightMm || MathF.FusedMultiplyAdd(lengthMm, Float3.Dot(Normal, direction), height) > HeightMm;
    }

    private static double Dot(Position left, Position right) => (left.XMm * right.XMm) + (left.YMm * right.YMm) + (left.ZMm * right.ZMm);

    /// <summary>Sine of the angle between a normal and a bar: what the rim of its end reaches below the axis, per radius.</summary>
    private static double Tilt(Position normal, OpaqueBar bar)
    {
        Position span = bar.End - bar.Start;
        double cosine = Dot(normal, span) / span.RadiusMm;
        return Math.Sqrt(Math.Max(0.0, 1.0 - (cosine * cosine)));
    }
}
