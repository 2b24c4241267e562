namespace Isolux.Detector.Deployment;

/// <summary>The part of the detector's cross section that cable loops reach.</summary>
public static class ReachCoverage
{
    private const double StepMm = 50.0;

    /// <summary>
    /// Mean over the half planes (one loop and one anchor each) of reachable area over area of the half disc; counted on a grid of 50 mm.
    /// </summary>
    /// <param name="loops">The loops, one half plane per anchor.</param>
    /// <param name="radiusMm">Radius of the disc, mm.</param>
    public static double MeanFraction(CableLoopSystem loops, double radiusMm)
    {
        ArgumentNullException.ThrowIfNull(loops);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radiusMm);
        return loops.Anchors.Average(anchor => Fraction(loops with { Anchors = [anchor] }, radiusMm));
    }

    private static double Fraction(CableLoopSystem loop, double radiusMm)
    {
        int inside = 0;
        int reached = 0;
        for (double rhoMm = StepMm / 2; rhoMm < radiusMm; rhoMm += StepMm)
        {
            for (double zMm = -radiusMm + (StepMm / 2); zMm < radiusMm; zMm += StepMm)
            {
                if ((rhoMm * rhoMm) + (zMm * zMm) < radiusMm * radiusMm)
                {
                    inside++;
                    reached += loop.CanReach(rhoMm, zMm) ? 1 : 0;
                }
            }
        }

        return (double)reached / inside;
    }
}
