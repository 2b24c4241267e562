using System.Runtime.CompilerServices;

namespace Isolux.Numerics.Interpolation;

/// <summary>
/// The four uniform cubic B-splines that differ from zero a fraction t in [0, 1] of the way between two nodes, in units of the spacing: those of the node before, the two nodes and the node after.
/// They are positive and sum to one, so a spline with positive coefficients is positive, and twice continuously differentiable. C. de Boor, A Practical Guide to Splines, ch. X.
/// </summary>
public readonly struct CubicWeights
{
    private CubicWeights(double before, double lower, double upper, double after)
    {
        Before = before;
        Lower = lower;
        Upper = upper;
        After = after;
    }

    /// <summary>Weight of the node before.</summary>
    public double Before { get; }

    /// <summary>Weight of the node at or below.</summary>
    public double Lower { get; }

    /// <summary>Weight of the next node.</summary>
    public double Upper { get; }

    /// <summary>Weight of the node after that.</summary>
    public double After { get; }

    /// <summary>The weights of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CubicWeights OfValue(double t)
    {
        const double Sixth = 1.0 / 6.0;
        double u = 1.0 - t;
        double t2 = t * t;
        double u2 = u * u;
        return new CubicWeights(
            Sixth * u2 * u,
            (2.0 / 3.0) - (t2 * (1.0 - (0.5 * t))),
            (2.0 / 3.0) - (u2 * (1.0 - (0.5 * u))),
            Sixth * t2 * t);
    }

    /// <summary>The weights of the derivative with respect to t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CubicWeights OfSlope(double t)
    {
        double u = 1.0 - t;
        return new CubicWeights(-0.5 * u * u, t * ((1.5 * t) - 2.0), u * (2.0 - (1.5 * u)), 0.5 * t * t);
    }

    /// <summary>Weighted sum of four numbers in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Apply(ReadOnlySpan<double> coefficients, int first) =>
        (Before * coefficients[first]) + (Lower * coefficients[first + 1]) + (Upper * coefficients[first + 2]) + (After * coefficients[first + 3]);
}
