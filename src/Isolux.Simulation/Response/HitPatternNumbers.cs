namespace Isolux.Simulation.Response;

/// <summary>The numbers of a <see cref="HitPattern"/> for the large PMTs, for those who evaluate it by themselves.</summary>
/// <param name="RadiiMm">Radius of every row, mm, from 0.</param>
/// <param name="Columns">Columns of s = sin(gamma/2), even from 0 to 1.</param>
/// <param name="ProfileRatio">Light per solid angle, less what bars hide on average over all directions; mean about 1 over the sphere; shape [rows, columns].</param>
/// <param name="ChannelWeights">Relative sensitivity per channel to an open view.</param>
/// <param name="TimeColumns">Columns of s of the delays.</param>
/// <param name="Probabilities">Probabilities of the quantiles of the delays, from 0 to 1.</param>
/// <param name="DelayQuantilesNs">Flight times beyond the straight line, ns, shape [rows, time columns, probabilities].</param>
/// <param name="SensorRadiusMm">Radius at which straight lines end, mm.</param>
/// <param name="SlownessNsPerMm">Inverse velocity along them, ns/mm.</param>
public sealed record HitPatternNumbers(
    double[] RadiiMm,
    int Columns,
    double[] ProfileRatio,
    double[] ChannelWeights,
    int TimeColumns,
    double[] Probabilities,
    double[] DelayQuantilesNs,
    double SensorRadiusMm,
    double SlownessNsPerMm);
