using System.Collections.Immutable;

namespace Isolux.Detector.Sources;

/// <summary>The branches of a decay, a reaction or a capture; their probabilities sum to 1.</summary>
public sealed record DecayScheme(ImmutableArray<DecayBranch> Branches)
{
    /// <summary>Most particles, neutrons not counted, that a branch emits.</summary>
    public int MaximumCount =>
        Branches.Max(branch => branch.GammasMeV.Length + branch.StoppedPositrons + (branch.Beta is null ? 0 : 1));

    /// <summary>Probability that something leaves the source.</summary>
    public double EmissionProbability => Branches.Where(branch => !branch.IsSilent).Sum(branch => branch.Probability);

    /// <summary>The branches that fulfil a condition as a scheme of their own, probabilities renormalised.</summary>
    /// <exception cref="ArgumentException">No branch does.</exception>
    public DecayScheme Where(Func<DecayBranch, bool> condition)
    {
        ImmutableArray<DecayBranch> chosen = [.. Branches.Where(condition)];
        double sum = chosen.Sum(branch => branch.Probability);
        return sum > 0
            ? new DecayScheme([.. chosen.Select(branch => branch with { Probability = branch.Probability / sum })])
            : throw new ArgumentException("No branch of the decay scheme fulfils the condition.", nameof(condition));
    }
}
