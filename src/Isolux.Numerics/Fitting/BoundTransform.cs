namespace Isolux.Numerics.Fitting;

/// <summary>
/// Maps a bounded parameter to an unbounded internal one: a sine between two bounds, a hyperbola above or below one
/// (F. James, MINUIT reference manual, section 1.2.1, with the hyperbola's scale taken from the start value).
/// </summary>
internal readonly struct BoundTransform
{
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _scale;

    public BoundTransform(FitParameter parameter)
    {
        _lower = parameter.Lower;
        _upper = parameter.Upper;
        double distance = Math.Min(parameter.Start - _lower, _upper - parameter.Start);
        _scale = double.IsFinite(distance) && distance > 0 ? distance : Math.Max(Math.Abs(parameter.Start), 1.0);
    }

    private bool HasLower => double.IsFinite(_lower);

    private bool HasUpper => double.IsFinite(_upper);

    public double ToExternal(double value) => (HasLower, HasUpper) switch
    {
        (true, true) => _lower + (0.5 * (_upper - _lower) * (Math.Sin(value) + 1.0)),
        (true, false) => _lower + (_scale * (Math.Sqrt((value * value) + 1.0) - 1.0)),
        (false, true) => _upper - (_scale * (Math.Sqrt((value * value) + 1.0) - 1.0)),
        _ => value,
    };

    /// <summary>The internal value; a start exactly at a bound is moved inside, where the slope is not zero.</summary>
    public double ToInternal(double value)
    {
        const double smallestFraction = 1e-4;
        if (HasLower && HasUpper)
        {
            double fraction = Math.Clamp((value - _lower) / (_upper - _lower), smallestFraction, 1.0 - smallestFraction);
            return Math.Asin((2.0 * fraction) - 1.0);
        }

        if (HasLower || HasUpper)
        {
            double distance = Math.Max((HasLower ? value - _lower : _upper - value) / _scale, smallestFraction);
            return Math.Sqrt(((distance + 1.0) * (distance + 1.0)) - 1.0);
        }

        return value;
    }

    /// <summary>d external / d internal.</summary>
    public double Slope(double value) => (HasLower, HasUpper) switch
    {
        (true, true) => 0.5 * (_upper - _lower) * Math.Cos(value),
        (true, false) => _scale * value / Math.Sqrt((value * value) + 1.0),
        (false, true) => -_scale * value / Math.Sqrt((value * value) + 1.0),
        _ => 1.0,
    };

    /// <summary>Whether an external value sits at a bound.</summary>
    public bool IsAtBound(double value)
    {
        const double tolerance = 1e-8;
        double margin = tolerance * (HasLower && HasUpper ? _upper - _lower : _scale);
        return value - _lower <= margin || _upper - value <= margin;
    }
}
