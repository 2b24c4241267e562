namespace Isolux.Simulation.Optics;

/// <summary>The first bar or photosensor on a path.</summary>
/// <param name="Kind">What it is; nothing else counts where there is none.</param>
/// <param name="Index">Bar or sensor.</param>
/// <param name="DistanceMm">Distance along the path.</param>
/// <param name="CosPolar">Of a sensor: see <see cref="SensorHit"/>.</param>
internal readonly record struct Obstacle(ObstacleKind Kind, int Index, float DistanceMm, float CosPolar);
