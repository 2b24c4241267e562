using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>Residual of one measure: us of an arrival, pixels of a spot.</summary>
internal sealed record MeasureReport(string Name, MeasureUse Use, double? ResidualUs = null, double? ResidualUPx = null, double? ResidualVPx = null);
