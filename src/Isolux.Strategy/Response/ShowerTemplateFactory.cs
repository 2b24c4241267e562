using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Response;

/// <summary>Simulates showers at the centre of the detector and keeps the shape of their light.</summary>
/// <param name="showers">Simulates them.</param>
/// <param name="light">Light of a deposit, as scintillation photons would count.</param>
/// <param name="seed">Seed.</param>
internal sealed class ShowerTemplateFactory(ShowerSimulator showers, DepositLight light, ulong seed)
{
    public ShowerTemplate[] Make(IPrimaryGenerator primaries, int count, uint run)
    {
        ShowerTemplate[] templates = new ShowerTemplate[count];
        ShowerBuffer shower = new();
        Primary[] buffer = new Primary[primaries.MaximumCount];
        for (int i = 0; i < count; i++)
        {
            int made = primaries.Generate(seed, run, (uint)i, buffer);
            showers.Simulate(buffer.AsSpan(0, made), seed, run, (uint)i, shower);
            templates[i] = FromShower(buffer[0].Position, shower);
        }

        return templates;
    }

    private ShowerTemplate FromShower(Position start, ShowerBuffer shower)
    {
        Position[] offsets = new Position[shower.Deposits.Length];
        double[] fractions = new double[offsets.Length];
        double total = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = shower.Deposits[i].Position;
            fractions[i] = light(shower.Deposits[i]);
            total += fractions[i];
        }

        for (int i = 0; i < fractions.Length; i++)
        {
            fractions[i] /= total;
        }

        return new ShowerTemplate(start, offsets, fractions, total);
    }
}
