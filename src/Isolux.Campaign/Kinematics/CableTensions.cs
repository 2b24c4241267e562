namespace Isolux.Campaign.Kinematics;

/// <summary>Tensions of the cables of a system, N; the first cable carries the source, the second is 0 where there is one only.</summary>
public readonly record struct CableTensions(double FirstN, double SecondN);
