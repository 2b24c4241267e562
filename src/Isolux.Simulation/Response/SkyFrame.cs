using System.Runtime.CompilerServices;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>A right-handed frame whose third axis is the direction of a point from the detector centre.</summary>
internal readonly struct SkyFrame
{
    public readonly Float3 First;
    public readonly Float3 Second;
    public readonly Float3 Third;

    public SkyFrame(Float3 direction)
    {
        Third = direction;
        Float3 across = MathF.Abs(direction.Z) < 0.9f ? new Float3(-direction.Y, direction.X, 0.0f) : new Float3(0.0f, -direction.Z, direction.Y);
        First = (1.0f / MathF.Sqrt(Float3.Dot(across, across))) * across;
        Second = Float3.Cross(direction, First);
    }

    /// <summary>Place of a unit vector on the equal-area map of the sky about the third axis, where it lies at 2 s from the origin, s = sin(gamma/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (float X, float Y) Flatten(Float3 unit, float halfChord)
    {
        // sin(gamma) = 2 s cos(gamma/2).
        float scale = 1.0f / MathF.Sqrt(MathF.Max(1e-12f, 1.0f - (halfChord * halfChord)));
        return (scale * Float3.Dot(First, unit), scale * Float3.Dot(Second, unit));
    }
}
