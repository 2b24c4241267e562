using System.Collections.Immutable;

namespace Isolux.Simulation.Response;

/// <summary>Light of one point, photon by photon.</summary>
/// <param name="PhotonCount">Photons tracked.</param>
/// <param name="LpmtProbability">Probability that a scintillation photon ends as a photoelectron of a large PMT.</param>
/// <param name="LpmtError">Its statistical error.</param>
/// <param name="ChannelWeights">Expected photoelectrons of all photons per channel.</param>
/// <param name="ChannelVariance">Statistical variance of each of them.</param>
public sealed record LightProbeResult(
    long PhotonCount,
    double LpmtProbability,
    double LpmtError,
    ImmutableArray<double> ChannelWeights,
    ImmutableArray<double> ChannelVariance);
