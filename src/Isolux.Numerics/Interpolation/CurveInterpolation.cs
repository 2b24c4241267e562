namespace Isolux.Numerics.Interpolation;

/// <summary>How a <see cref="SampledCurve"/> finds values between its samples.</summary>
public enum CurveInterpolation
{
    /// <summary>Straight lines in (x, y).</summary>
    Linear,

    /// <summary>Straight lines in (x, ln y), as for attenuation lengths that span decades.</summary>
    LogLinear,

    /// <summary>Straight lines in (ln x, ln y), as for cross sections.</summary>
    LogLog,
}
