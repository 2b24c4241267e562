namespace Isolux.Detector.Documents;

/// <summary>Published numbers of the response g(r) relative to the centre.</summary>
/// <param name="Maximum">Largest g(r).</param>
/// <param name="MaximumRadiusM">Where it is.</param>
/// <param name="At17M">g at 17.0 m.</param>
/// <param name="FiducialMean">Mean over the fiducial volume.</param>
public sealed record PublishedNonUniformityDocument(Measured Maximum, Measured MaximumRadiusM, Measured At17M, Measured FiducialMean);
