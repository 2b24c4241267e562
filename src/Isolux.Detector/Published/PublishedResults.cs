using System.Collections.Immutable;

namespace Isolux.Detector.Published;

/// <summary>What has been published for a detector: compared with in reports, never an input of the simulation.</summary>
/// <param name="ResolutionSource">Where the resolution rows were published.</param>
/// <param name="Resolution">Rows of the resolution table by name.</param>
/// <param name="MaximumResponseRatio">Largest g(r).</param>
/// <param name="MaximumRadiusM">Where it is, m.</param>
/// <param name="ResponseRatioAt17M">g at 17.0 m.</param>
/// <param name="FiducialMeanRatio">Mean of g over the fiducial volume.</param>
public sealed record PublishedResults(
    string ResolutionSource,
    ImmutableSortedDictionary<string, PublishedRow> Resolution,
    double MaximumResponseRatio,
    double MaximumRadiusM,
    double ResponseRatioAt17M,
    double FiducialMeanRatio);
