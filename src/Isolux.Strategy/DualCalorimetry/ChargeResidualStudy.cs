using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Events.Hits;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.DualCalorimetry;

/// <summary>
/// Applies the published charge curves to electrons anywhere and compares summed charges, measured and corrected, with the true ones. Ratios are relative to electrons of
/// 2.2 MeV at the centre, the energy of the line that sets the light yield.
/// </summary>
internal sealed class ChargeResidualStudy(DetectorSimulation simulation, ChannelChargeModel charges, ChannelChargeCurvesPayload curves, RunSettings settings)
{
    private const double MmPerM = 1000.0;
    private const double ReferenceMeV = 2.2;
    private static readonly ImmutableArray<double> s_energiesMeV = [1.0, 2.0, 4.0, 6.0, 8.0, 10.0];
    private static readonly ImmutableArray<double> s_fiducialFractions = [0.0, 0.5, 0.75, 0.87, 0.94, 0.98, 1.0];

    public ImmutableArray<ChargeResidual> Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        HitSampler sampler = new(simulation.Detector, simulation.Map);
        (double measured, double corrected) = Ratios(sampler, ReferenceMeV, 0.0, RandomRuns.ChargeResiduals, cancellation);
        (double EnergyMeV, double RadiusMm)[] cells =
            [.. s_fiducialFractions.SelectMany(fraction => s_energiesMeV.Select(energyMeV => (energyMeV, fraction * simulation.Geometry.FiducialRadiusMm)))];
        ChargeResidual[] residuals = new ChargeResidual[cells.Length];
        int done = 0;
        Parallel.For(0, cells.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, i =>
        {
            (double before, double after) = Ratios(sampler, cells[i].EnergyMeV, cells[i].RadiusMm, RandomRuns.ChargeResiduals + 1 + (uint)i, cancellation);
            residuals[i] = new ChargeResidual(cells[i].EnergyMeV, cells[i].RadiusMm / MmPerM, 100.0 * ((before / measured) - 1.0), 100.0 * ((after / corrected) - 1.0));
            progress?.Report(Interlocked.Increment(ref done) / (double)cells.Length);
        });
        return [.. residuals];
    }

    /// <summary>Measured and corrected charge over true charge, summed over events at a radius, evenly in all directions (a golden spiral).</summary>
    private (double Measured, double Corrected) Ratios(HitSampler sampler, double energyMeV, double radiusMm, uint run, CancellationToken cancellation)
    {
        double goldenAngleRad = Math.PI * (3.0 - Math.Sqrt(5.0));
        ShowerBuffer shower = new();
        HitBuffer hits = new();
        int[] counts = new int[charges.ChannelCount];
        double truth = 0;
        double measured = 0;
        double corrected = 0;
        for (int i = 0; i < settings.ChargeResidualEvents; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Position vertex = Position.FromSpherical(radiusMm, 1.0 - ((2.0 * i + 1.0) / settings.ChargeResidualEvents), i * goldenAngleRad);
            simulation.Showers.Simulate(ParticleKind.Electron, energyMeV, vertex, null, settings.Seed, run, (uint)i, shower);
            sampler.Sample(shower.Deposits, settings.Seed, run, (uint)i, hits);
            Array.Clear(counts);
            foreach (ref readonly Hit hit in hits.Hits)
            {
                if (hit.Channel.Index < counts.Length)
                {
                    counts[hit.Channel.Index]++;
                }
            }

            for (int channel = 0; channel < counts.Length; channel++)
            {
                if (counts[channel] > 0)
                {
                    double chargePe = charges.MeasuredPe(channel, counts[channel]);
                    truth += counts[channel];
                    measured += chargePe;
                    corrected += curves.CorrectedPe(channel, chargePe);
                }
            }
        }

        return (measured / truth, corrected / truth);
    }
}
