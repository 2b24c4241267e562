namespace Isolux.Strategy.DualCalorimetry;

/// <summary>Intensities of a laser program: evenly spaced in their logarithm, from single photoelectrons to the brightest physics at the edge.</summary>
internal static class LaserIntensities
{
    private const double LowestPe = 0.05;
    private const double HighestPe = 100.0;

    /// <summary>Mean photoelectrons per pulse and large PMT; a program of one intensity has the lowest.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static double MeanPe(int index, int count) => count < 2 ? LowestPe : LowestPe * Math.Pow(HighestPe / LowestPe, index / (count - 1.0));
}
