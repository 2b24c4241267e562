using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>Draws branches of a decay scheme that emit something and writes their particles.</summary>
internal sealed class DecayEmitter
{
    private readonly DecayBranch[] _branches;
    private readonly AliasTable _choice;
    private readonly TabulatedDensity?[] _betas;

    /// <exception cref="ArgumentException">No branch emits anything.</exception>
    public DecayEmitter(DecayScheme scheme)
    {
        _branches = [.. scheme.Where(branch => !branch.IsSilent).Branches];
        _choice = new AliasTable([.. _branches.Select(branch => branch.Probability)]);
        _betas = [.. _branches.Select(branch => branch.Beta is { } beta ? BetaSpectrum.Of(beta) : null)];
        MaximumCount = scheme.MaximumCount;
    }

    /// <summary>Most particles, neutrons not counted, that a decay emits.</summary>
    public int MaximumCount { get; }

    /// <summary>Draws one decay.</summary>
    /// <param name="position">Where it happens.</param>
    /// <param name="timeNs">When.</param>
    /// <param name="random">Random numbers.</param>
    /// <param name="primaries">Receives electrons, positrons and gammas.</param>
    /// <param name="neutronMeV">Energy of the neutron; 0 without one.</param>
    /// <returns>Number of primaries.</returns>
    public int Emit(Position position, double timeNs, ref RandomSequence random, Span<Primary> primaries, out double neutronMeV)
    {
        int index = _choice.Sample(ref random);
        DecayBranch branch = _branches[index];
        int count = 0;
        if (_betas[index] is { } beta)
        {
            primaries[count++] = new Primary(ParticleKind.Electron, beta.Sample(random.NextDouble()), position, null, timeNs);
        }

        for (int i = 0; i < branch.StoppedPositrons; i++)
        {
            primaries[count++] = new Primary(ParticleKind.Positron, 0.0, position, null, timeNs);
        }

        foreach (double gammaMeV in branch.GammasMeV)
        {
            primaries[count++] = new Primary(ParticleKind.Gamma, gammaMeV, position, null, timeNs);
        }

        neutronMeV = branch.NeutronSpectrum?.Sample(random.NextDouble()) ?? 0.0;
        return count;
    }
}
