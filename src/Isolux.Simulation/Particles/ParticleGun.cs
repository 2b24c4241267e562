using Isolux.Numerics.Statistics;

namespace Isolux.Simulation.Particles;

/// <summary>Shoots particles of one energy from one point and collects the moments of what they leave.</summary>
/// <param name="simulator">The simulator of the detector.</param>
/// <param name="light">Light response; null if only energies are wanted.</param>
public sealed class ParticleGun(ShowerSimulator simulator, ILightResponse? light)
{
    // Moments are accumulated per block and the blocks merged in order, so the result is the same for any number of threads.
    private const int BlockSize = 500;

    /// <summary>Shoots all events.</summary>
    /// <param name="settings">What to shoot.</param>
    /// <param name="progress">Told the number of finished events now and then; null for silence.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ParticleGunResult Shoot(ParticleGunSettings settings, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        int blocks = ((settings.Count - 1) / BlockSize) + 1;
        var tallies = new Tally[blocks];
        long done = 0;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = settings.Threads == 0 ? -1 : settings.Threads,
            CancellationToken = cancellation,
        };
        Parallel.For(0, blocks, options, () => new ShowerBuffer(), (block, _, shower) =>
        {
            int first = block * BlockSize;
            int last = Math.Min(first + BlockSize, settings.Count);
            tallies[block] = Shoot(settings, first, last, shower);
            progress?.Report(Interlocked.Add(ref done, last - first));
            return shower;
        }, _ => { });

        var total = new Tally();
        foreach (Tally tally in tallies)
        {
            total.Add(tally);
        }

        return new ParticleGunResult(
            settings.Count, total.Deposited, total.Quenched, total.Escaped, total.CherenkovPhotons, total.PrimaryElectrons,
            light is null ? null : total.Pe, light is null ? null : total.CherenkovPe);
    }

    private Tally Shoot(ParticleGunSettings settings, int first, int last, ShowerBuffer shower)
    {
        var tally = new Tally();
        for (int i = first; i < last; i++)
        {
            simulator.Simulate(
                settings.Particle, settings.EnergyMeV, settings.Position, null, settings.Seed, settings.Run, (uint)i, shower);
            tally.Deposited.Add(shower.DepositedMeV);
            tally.Quenched.Add(shower.QuenchedMeV);
            tally.Escaped.Add(shower.EscapedMeV);
            tally.CherenkovPhotons.Add(shower.ExpectedCherenkovPhotons);
            tally.PrimaryElectrons.Add(shower.PrimaryElectronCount);
            if (light is not null)
            {
                LightSample sample = light.Sample(shower.Deposits, settings.Seed, settings.Run, (uint)i);
                tally.Pe.Add(sample.ScintillationPe + sample.CherenkovPe);
                tally.CherenkovPe.Add(sample.CherenkovPe);
            }
        }

        return tally;
    }

    private sealed class Tally
    {
        public RunningMoments Deposited { get; } = new();

        public RunningMoments Quenched { get; } = new();

        public RunningMoments Escaped { get; } = new();

        public RunningMoments CherenkovPhotons { get; } = new();

        public RunningMoments PrimaryElectrons { get; } = new();

        public RunningMoments Pe { get; } = new();

        public RunningMoments CherenkovPe { get; } = new();

        public void Add(Tally other)
        {
            Deposited.Add(other.Deposited);
            Quenched.Add(other.Quenched);
            Escaped.Add(other.Escaped);
            CherenkovPhotons.Add(other.CherenkovPhotons);
            PrimaryElectrons.Add(other.PrimaryElectrons);
            Pe.Add(other.Pe);
            CherenkovPe.Add(other.CherenkovPe);
        }
    }
}
