namespace Isolux.Simulation.Response;

/// <summary>The numbers of a hit pattern, as a build makes them and a cache keeps them.</summary>
/// <param name="Angular">Detections per solid angle of an open view, shape [families x rows x columns]; mean over the sphere 1 in every row that saw light.</param>
/// <param name="ChannelWeights">Relative sensitivity per channel to an open view, the largest of each family 1.</param>
/// <param name="DelayQuantilesNs">Flight times beyond their <see cref="FlightReference"/>, shape [rows x time columns x (quantiles + 1)].</param>
/// <param name="Shade">What bars take from a sensor they hide.</param>
internal sealed record HitTables(float[] Angular, float[] ChannelWeights, float[] DelayQuantilesNs, ShadeStrength Shade);
