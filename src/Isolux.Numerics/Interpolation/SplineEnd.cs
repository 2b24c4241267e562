namespace Isolux.Numerics.Interpolation;

/// <summary>How a function goes on beyond the ends of a grid.</summary>
public enum SplineEnd
{
    /// <summary>Along its tangent.</summary>
    Linear,

    /// <summary>Mirrored about the end node.</summary>
    Mirrored,

    /// <summary>From the beginning: the node after the last is the first.</summary>
    Periodic,
}
