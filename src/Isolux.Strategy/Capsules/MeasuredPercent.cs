namespace Isolux.Strategy.Capsules;

/// <summary>A relative shift with its statistical error.</summary>
/// <param name="ValuePercent">The shift, percent.</param>
/// <param name="ErrorPercent">Its statistical error, percent.</param>
public readonly record struct MeasuredPercent(double ValuePercent, double ErrorPercent);
