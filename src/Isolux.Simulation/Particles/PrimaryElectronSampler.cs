using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Mean spectrum of the electrons that carry the light of a gamma. Each electron is shared between the two nodes around its energy such that number
/// and energy are both conserved, so folding any smooth light curve with the nodes gives the mean light.
/// </summary>
public sealed class PrimaryElectronSampler
{
    private const int BlockSize = 500;

    private readonly ShowerSimulator _simulator;
    private readonly double[] _nodesMeV;
    private readonly int _threads;

    /// <summary>A sampler on a grid of energies.</summary>
    /// <param name="simulator">The simulator of the scintillator.</param>
    /// <param name="nodesMeV">Kinetic energies in increasing order, MeV; what is below the first or above the last is shared with that node in proportion.</param>
    /// <param name="threads">Threads, at least 1; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">The grid is not positive and increasing.</exception>
    public PrimaryElectronSampler(ShowerSimulator simulator, ImmutableArray<double> nodesMeV, int threads)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (nodesMeV.Length < 2 || !(nodesMeV[0] > 0) || nodesMeV.Zip(nodesMeV.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("The grid needs at least two positive, increasing energies.", nameof(nodesMeV));
        }

        (_simulator, _nodesMeV, _threads) = (simulator, [.. nodesMeV], threads);
    }

    /// <summary>Electrons per gamma emitted at the centre, one number per node.</summary>
    /// <param name="gammaEnergyMeV">Energy of the gamma, MeV.</param>
    /// <param name="count">Gammas to simulate, at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy or the count is out of range.</exception>
    public ImmutableArray<double> Sample(double gammaEnergyMeV, int count, ulong seed, uint run, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int blocks = ((count - 1) / BlockSize) + 1;
        var sums = new double[blocks][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        Parallel.For(0, blocks, options, () => new ShowerBuffer(), (block, _, shower) =>
        {
            double[] sum = new double[_nodesMeV.Length];
            for (int i = block * BlockSize; i < Math.Min((block + 1) * BlockSize, count); i++)
            {
                _simulator.Simulate(ParticleKind.Gamma, gammaEnergyMeV, Position.Centre, null, seed, run, (uint)i, shower);
                foreach (PrimaryElectron electron in shower.PrimaryElectrons)
                {
                    Share(electron, sum);
                }
            }

            sums[block] = sum;
            return shower;
        }, _ => { });
        return [.. Enumerable.Range(0, _nodesMeV.Length).Select(node => sums.Sum(sum => sum[node]) / count)];
    }

    private void Share(PrimaryElectron electron, double[] sum)
    {
        int found = Array.BinarySearch(_nodesMeV, electron.EnergyMeV);
        int above = found >= 0 ? found : ~found;
        if (above == 0 || above == _nodesMeV.Length)
        {
            // Outside the grid the light is proportional to the energy.
            int end = above == 0 ? 0 : above - 1;
            sum[end] += electron.Weight * electron.EnergyMeV / _nodesMeV[end];
            return;
        }

        double fraction = (electron.EnergyMeV - _nodesMeV[above - 1]) / (_nodesMeV[above] - _nodesMeV[above - 1]);
        sum[above - 1] += electron.Weight * (1.0 - fraction);
        sum[above] += electron.Weight * fraction;
    }
}
