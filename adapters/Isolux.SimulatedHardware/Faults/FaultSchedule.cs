using System.Collections.Immutable;
using Isolux.Numerics.Random;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>Random faults from a seed.</summary>
public static class FaultSchedule
{
    private const int Kinds = 21;
    private const int MostFaults = 4;

    /// <summary>One to four faults of any kind at any time of a window, lasting minutes to hours.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="windowMinutes">Faults begin within this time, min.</param>
    public static ImmutableArray<Fault> Random(ulong seed, double windowMinutes)
    {
        var random = new RandomSequence(seed, 0, RandomStream.HardwareFault, 0, 0);
        int count = 1 + (int)(MostFaults * random.NextDouble());
        var faults = ImmutableArray.CreateBuilder<Fault>(count);
        for (int i = 0; i < count; i++)
        {
            var kind = (FaultKind)(int)(Kinds * random.NextDouble());
            int unit = (int)(16.0 * random.NextDouble());
            double atMinutes = windowMinutes * random.NextDouble();
            double durationMinutes = (random.NextDouble() < 0.1 ? 300.0 : 10.0) * random.NextExponential();
            faults.Add(new Fault(kind, unit, atMinutes, durationMinutes, Magnitude(kind, ref random)));
        }

        return faults.MoveToImmutable();
    }

    private static double Magnitude(FaultKind kind, ref RandomSequence random)
    {
        double u = random.NextDouble();
        double sign = random.NextDouble() < 0.5 ? -1.0 : 1.0;
        return kind switch
        {
            FaultKind.TensionStep => u < 0.5 ? -12.0 * random.NextDouble() : 600.0 * random.NextDouble(),
            // A cable slips the way its load pulls: out.
            FaultKind.SlippedCable => 500.0 * u,
            FaultKind.EncoderDrift => sign * 50.0 * u,
            FaultKind.OxygenRise => 30.0 * u,
            FaultKind.RadonRise => 40.0 * u,
            FaultKind.StrayCommand => 1.2 * u,
            FaultKind.StrayTurn => 4.0 * u,
            _ => sign * u,
        };
    }
}
