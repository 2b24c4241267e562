namespace Isolux.Quantities;

/// <summary>Refuses NaN and infinities at the border between bare numbers and quantities.</summary>
public static class Finite
{
    /// <summary>Returns <paramref name="value"/> when it is finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static double Require(double value, string name) =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite (it is {value}).");
}
