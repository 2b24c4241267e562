namespace Isolux.Numerics.Fitting;

/// <summary>A parameter of a fit: its name, where the search starts and where it may go.</summary>
public sealed record FitParameter
{
    private FitParameter(string name, double start, double lower, double upper)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!double.IsFinite(start) || !(lower <= start && start <= upper))
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The start of fit parameter {name} must be finite and lie in [{lower}, {upper}].");
        }

        (Name, Start, Lower, Upper) = (name, start, lower, upper);
    }

    /// <summary>Name, as it appears in reports.</summary>
    public string Name { get; }

    /// <summary>Where the search starts; its size also sets the step of numerical derivatives (1 when it is 0).</summary>
    public double Start { get; }

    /// <summary>Lower bound, or minus infinity.</summary>
    public double Lower { get; }

    /// <summary>Upper bound, or infinity.</summary>
    public double Upper { get; }

    /// <summary>Whether the parameter keeps its start value.</summary>
    public bool IsFixed => Lower == Upper;

    /// <summary>A parameter that may take any value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is not finite.</exception>
    public static FitParameter Free(string name, double start) => new(name, start, double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>A parameter confined to [lower, upper]; a bound may be infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is not inside, or the interval is empty.</exception>
    public static FitParameter Bounded(string name, double start, double lower, double upper)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        return new(name, start, lower, upper);
    }

    /// <summary>A parameter that keeps a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FitParameter Fixed(string name, double value) => new(name, value, value, value);
}
