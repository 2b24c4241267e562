using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>Ultrasonic fixes with noise and outliers, inside the detector only.</summary>
internal sealed class SimulatedUltrasound(ulong seed, SiteState state, SiteFaults faults)
{
    private const double FixSigmaMm = 10.0;
    private const double OutlierMm = 2000.0;
    private const double OutlierProbability = 0.05;
    private const double ManyOutliersProbability = 0.4;
    private const double SightMm = 17_650.0;

    /// <summary>One fix of what is at a position; null out of sight.</summary>
    public Position? Fix(Position at)
    {
        if (at.RadiusMm > SightMm)
        {
            return null;
        }

        var random = new RandomSequence(seed, 0, RandomStream.UltrasonicFix, state.Draws++, 0);
        double outliers = faults.Active(FaultKind.UltrasonicOutliers) is not null ? ManyOutliersProbability : OutlierProbability;
        Position error = random.NextDouble() < outliers
            ? new Position(OutlierMm * (random.NextDouble() - 0.5), OutlierMm * (random.NextDouble() - 0.5), OutlierMm * (random.NextDouble() - 0.5))
            : new Position(FixSigmaMm * random.NextNormal(), FixSigmaMm * random.NextNormal(), FixSigmaMm * random.NextNormal());
        return at + error;
    }
}
