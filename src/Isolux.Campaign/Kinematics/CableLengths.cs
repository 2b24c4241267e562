namespace Isolux.Campaign.Kinematics;

/// <summary>Cable paid out by the drives of a system, mm; the second is 0 where there is one drive only.</summary>
public readonly record struct CableLengths(double FirstMm, double SecondMm)
{
    /// <summary>Largest difference of a cable to another state, mm.</summary>
    public double LargestDifferenceMm(CableLengths other) =>
        Math.Max(Math.Abs(FirstMm - other.FirstMm), Math.Abs(SecondMm - other.SecondMm));

    /// <summary>Cable by cable sum.</summary>
    public static CableLengths operator +(CableLengths left, CableLengths right) =>
        new(left.FirstMm + right.FirstMm, left.SecondMm + right.SecondMm);

    /// <summary>Every cable scaled.</summary>
    public static CableLengths operator *(double factor, CableLengths lengths) => new(factor * lengths.FirstMm, factor * lengths.SecondMm);

    /// <summary>Cable by cable difference.</summary>
    public static CableLengths operator -(CableLengths left, CableLengths right) =>
        new(left.FirstMm - right.FirstMm, left.SecondMm - right.SecondMm);
}
