namespace Isolux.Campaign.Positioning;

/// <summary>How well an arrival fits the place.</summary>
/// <param name="Receiver">Name of the receiver.</param>
/// <param name="TimeUs">Arrival, us.</param>
/// <param name="ResidualUs">Arrival less the time the fix expects, us; an echo is late.</param>
/// <param name="Use">Whether it entered the fix.</param>
public sealed record ReceiverResidual(string Receiver, double TimeUs, double ResidualUs, MeasureUse Use);
