using System.Text.Json.Serialization;

namespace Isolux.Campaign.Documents;

/// <summary>A point in a system's plane: distance from the axis and height above the centre, m.</summary>
public sealed record DeclaredPoint(double RhoM, [property: JsonPropertyName("zM")] double ZM);
