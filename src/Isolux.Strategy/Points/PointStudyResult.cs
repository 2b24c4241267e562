using System.Collections.Immutable;

namespace Isolux.Strategy.Points;

/// <summary>Sets of calibration points compared.</summary>
/// <param name="Campaign">Campaign of the declared points.</param>
/// <param name="Detector">Detector.</param>
/// <param name="Source">Source of the survey.</param>
/// <param name="ScintillatorRadiusM">Radius of the scintillator, m.</param>
/// <param name="Candidates">Places on the grid the sets were chosen from.</param>
/// <param name="AxialLimitATildePercent">a~ with a perfectly known map of radius and polar angle, percent: no set can do better.</param>
/// <param name="UncorrectedATildePercent">a~ without any map, percent.</param>
/// <param name="Sets">The sets, the declared one first.</param>
/// <param name="Declared">The declared points, each with its worth.</param>
/// <param name="Best">The set of as many points with the least a~, each with its worth.</param>
/// <param name="Systems">Parts of the declared set.</param>
public sealed record PointStudyResult(
    string Campaign,
    string Detector,
    string Source,
    double ScintillatorRadiusM,
    int Candidates,
    double AxialLimitATildePercent,
    double UncorrectedATildePercent,
    ImmutableArray<PointSetSummary> Sets,
    ImmutableArray<ValuedPoint> Declared,
    ImmutableArray<ValuedPoint> Best,
    ImmutableArray<ValuedSystem> Systems);
