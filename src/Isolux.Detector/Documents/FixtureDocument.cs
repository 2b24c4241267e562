namespace Isolux.Detector.Documents;

/// <summary>What a capsule hangs in.</summary>
/// <param name="Connector">The connector above it.</param>
/// <param name="ConnectorDistanceMm">From the middle of the source to the lower end of the connector, mm.</param>
/// <param name="Weight">The weight below it.</param>
/// <param name="WeightDistanceMm">From the middle of the source to the upper end of the weight, mm.</param>
/// <param name="Cable">The cable.</param>
public sealed record FixtureDocument(
    SolidDocument Connector, Measured ConnectorDistanceMm, SolidDocument Weight, Measured WeightDistanceMm, CableDocument Cable);
