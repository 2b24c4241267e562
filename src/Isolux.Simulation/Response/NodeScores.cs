namespace Isolux.Simulation.Response;

/// <summary>Mean score per photon of every node, by family, and the variance of one photon's score.</summary>
internal sealed record NodeScores(double[] Lpmt, double[] Spmt, double LpmtVariance, double SpmtVariance);
