namespace Isolux.Campaign.Documents;

/// <summary>Travel that geometry and declared speed do not give: fitted to published times.</summary>
/// <param name="OverheadMin">Minutes per deployment beside the path itself; half before, half after.</param>
/// <param name="Source">The times it was fitted to.</param>
/// <param name="SpeedMPerMin">Effective speed, m/min; null for the system's own.</param>
public sealed record FittedTravel(double OverheadMin, string Source, double? SpeedMPerMin = null);
