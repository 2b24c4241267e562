namespace Isolux.Simulation.Response;

/// <summary>How precisely a build knows its map.</summary>
/// <param name="PhotonCount">Scintillation photons tracked.</param>
/// <param name="FiducialNoiseFraction">Volume-weighted rms of the relative statistical error in the fiducial volume.</param>
/// <param name="CentreNoiseFraction">Relative statistical error at the centre.</param>
/// <param name="Chi2PerNdf">chi2 per degree of freedom of the nodes against the fitted map: above 1 the basis misses structure.</param>
public sealed record ResponseMapQuality(long PhotonCount, double FiducialNoiseFraction, double CentreNoiseFraction, double Chi2PerNdf);
