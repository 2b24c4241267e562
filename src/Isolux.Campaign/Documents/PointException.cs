using System.Text.Json.Serialization;

namespace Isolux.Campaign.Documents;

/// <summary>A point that needs other statistics than its leg.</summary>
/// <param name="RhoM">Distance from the axis, m.</param>
/// <param name="ZM">Height above the centre, m.</param>
/// <param name="Events">Events at this point.</param>
/// <param name="Why">Why it differs.</param>
public sealed record PointException(double RhoM, [property: JsonPropertyName("zM")] double ZM, int Events, string Why);
