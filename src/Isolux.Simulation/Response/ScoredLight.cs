namespace Isolux.Simulation.Response;

/// <summary>Light of one shower on the large photosensors, scored photon by photon without drawing its detection.</summary>
/// <param name="ExpectedPe">Sum over photons of their probability of detection: an unbiased estimate of the photoelectrons this shower gives on average.</param>
/// <param name="ExpectedPeVariance">Sum of the squared probabilities: an unbiased estimate of the variance of <paramref name="ExpectedPe"/> between repetitions of the same shower, PE^2.</param>
public readonly record struct ScoredLight(double ExpectedPe, double ExpectedPeVariance);
