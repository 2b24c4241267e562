using Isolux.Campaign.Kinematics;

namespace Isolux.Campaign.Positioning;

/// <summary>What the cables of a loop say.</summary>
/// <param name="Kinematics">The loop.</param>
/// <param name="Lengths">Cable paid out.</param>
public sealed record CableReading(CableLoopKinematics Kinematics, CableLengths Lengths);
