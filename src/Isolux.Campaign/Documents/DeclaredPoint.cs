using System.Text.Json.Serialization;

namespace Isolux.Campaign.Documents;

/// <summary>A point: distance from the axis and height above the centre, m; azimuth, degrees, for systems that are not bound to a plane.</summary>
public sealed record DeclaredPoint(double RhoM, [property: JsonPropertyName("zM")] double ZM, double PhiDegrees = 0.0);
