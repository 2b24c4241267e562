using Isolux.Calibration.Resolution;

namespace Isolux.Calibration.DataSets;

/// <summary>A named peak of a data set.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="Point">Energy, width and error.</param>
public sealed record ResolutionPeak(string Name, ResolutionPoint Point);
