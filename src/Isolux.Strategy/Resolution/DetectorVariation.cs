using Isolux.Detector;

namespace Isolux.Strategy.Resolution;

/// <summary>One of the later rows of the resolution table: the detector changed in one respect, and the row it is compared with.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="BaseRow">Name of the row without the change.</param>
/// <param name="Detector">The changed detector.</param>
public sealed record DetectorVariation(string Name, string BaseRow, DetectorDescription Detector);
