using System.Collections.Immutable;

namespace Isolux.Events.Samples;

/// <summary>Pulses of the laser at one intensity, seen by both families of photosensors.</summary>
/// <param name="Pulses">Number of pulses, at least 2.</param>
/// <param name="MeanChargePe">Mean measured charge per pulse of every large PMT, dark noise included, PE; shape [large PMTs].</param>
/// <param name="ChargeVariancePe2">Variance of one pulse's charge in one large PMT, averaged over the channels, PE^2.</param>
/// <param name="ReferenceChargePe">Mean summed charge of all small PMTs per pulse with its mean dark noise subtracted, PE.</param>
/// <param name="ReferenceErrorPe">Its standard error, PE.</param>
public sealed record LaserSample(int Pulses, ImmutableArray<double> MeanChargePe, double ChargeVariancePe2, double ReferenceChargePe, double ReferenceErrorPe);
