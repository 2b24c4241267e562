using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Surveyed places with their common source.</summary>
/// <param name="MarksM">The places by name: x, y, z in m; the origin is the centre of the detector, z points up.</param>
/// <param name="ErrorM">Error of each coordinate, m.</param>
/// <param name="Source">Who surveyed them.</param>
/// <param name="Assumption">True where nobody published them; reports list it.</param>
public sealed record SurveyDocument(ImmutableSortedDictionary<string, ImmutableArray<double>> MarksM, double ErrorM, string Source, bool Assumption = false);
