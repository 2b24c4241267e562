namespace Isolux.Detector.Capsules;

/// <summary>What a capsule hangs in: a connector above, a weight below and the cable.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="ConnectorDistanceMm">From the middle of the source to the lower end of the connector, mm.</param>
/// <param name="Weight">The weight.</param>
/// <param name="WeightDistanceMm">From the middle of the source to the upper end of the weight, mm.</param>
/// <param name="Cable">The cable.</param>
public sealed record SourceFixture(
    CoveredCylinder Connector, double ConnectorDistanceMm, CoveredCylinder Weight, double WeightDistanceMm, SourceCable Cable);
