namespace Isolux.Simulation.Response;

/// <summary>All rays of a point under one angle to its radius: the vertices of their paths by radius (mm) and central angle.</summary>
internal readonly ref struct RayCone
{
    /// <param name="startRadiusMm">Radius of the point, mm.</param>
    /// <param name="radiiMm">Radii of the vertices after it, mm.</param>
    /// <param name="angles">Their central angles.</param>
    public RayCone(double startRadiusMm, ReadOnlySpan<double> radiiMm, ReadOnlySpan<double> angles)
    {
        StartRadiusMm = startRadiusMm;
        RadiiMm = radiiMm;
        Angles = angles;
        (EndSine, EndCosine) = Math.SinCos(angles[^1]);
    }

    public double StartRadiusMm { get; }

    public ReadOnlySpan<double> RadiiMm { get; }

    public ReadOnlySpan<double> Angles { get; }

    public double EndSine { get; }

    public double EndCosine { get; }
}
