namespace Isolux.Campaign.Interpreters;

/// <summary>A point in a vertical plane through the axis: distance from the axis, negative in the opposite half plane, and height, m.</summary>
public readonly record struct PlanePoint(double AcrossM, double ZM);
