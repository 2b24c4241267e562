using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>A point at which a source takes data: by which system, where, for how long and how many events.</summary>
public sealed record CalibrationPoint(string System, Position Position, double DataMinutes, int Events);
