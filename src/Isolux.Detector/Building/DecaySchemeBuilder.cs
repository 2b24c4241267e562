using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Sources;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Building;

/// <summary>Checks and converts decay schemes.</summary>
internal sealed class DecaySchemeBuilder(SpecificationReader reader)
{
    private const double SumTolerance = 1e-3;
    private const double HighestMeV = 20.0;

    /// <summary>The scheme of a document with probabilities normalised; null (and faults) where it makes no sense.</summary>
    public DecayScheme? Build(DecaySchemeDocument? document, string path)
    {
        if (document is null)
        {
            return null;
        }

        reader.RequireSource(document.Source, path);
        double sum = document.Branches.Sum(branch => branch.Probability);
        if (!(Math.Abs(sum - 1.0) <= SumTolerance))
        {
            reader.Fault(path + ".branches", FormattableString.Invariant($"(probabilities sum to {sum:G6})"), "they must sum to 1", "correct the probabilities or add the missing branch");
            return null;
        }

        var branches = ImmutableArray.CreateBuilder<DecayBranch>();
        for (int i = 0; i < document.Branches.Length; i++)
        {
            branches.Add(Branch(document.Branches[i], FormattableString.Invariant($"{path}.branches[{i}]"), sum));
        }

        return new DecayScheme(branches.ToImmutable());
    }

    private DecayBranch Branch(DecayBranchDocument branch, string path, double sum)
    {
        Require(branch.Probability, path + ".probability", 0.0, 1.0 + SumTolerance);
        ImmutableArray<double> gammasMeV = branch.GammasMeV ?? [];
        for (int i = 0; i < gammasMeV.Length; i++)
        {
            Require(gammasMeV[i], FormattableString.Invariant($"{path}.gammasMeV[{i}]"), 1e-3, HighestMeV);
        }

        Require(branch.StoppedPositrons, path + ".stoppedPositrons", 0.0, 2.0);
        return new DecayBranch(branch.Probability / sum, gammasMeV, branch.StoppedPositrons, Neutron(branch.Neutron, path + ".neutron"), Beta(branch.Beta, path + ".beta"));
    }

    private TabulatedDensity? Neutron(CurveDocument? document, string path)
    {
        if (document is null || reader.Curve(document, path, "energyMeV", "density", 0.0, double.MaxValue) is not { } curve)
        {
            return null;
        }

        if (curve.Abscissae[0] < 0 || curve.Abscissae[^1] > HighestMeV)
        {
            reader.Fault(path + ".table", null, FormattableString.Invariant($"neutron energies lie between 0 and {HighestMeV} MeV"), "correct the table or check its unit");
            return null;
        }

        try
        {
            return new TabulatedDensity(curve);
        }
        catch (ArgumentException exception)
        {
            reader.Fault(path, null, exception.Message.TrimEnd('.'), "give a table of at least two energies with a positive area");
            return null;
        }
    }

    private BetaTransition? Beta(BetaDocument? document, string path)
    {
        if (document is null)
        {
            return null;
        }

        Require(document.EndpointMeV, path + ".endpointMeV", 1e-3, HighestMeV);
        Require(document.DaughterAtomicNumber, path + ".daughterAtomicNumber", 1.0, 30.0);
        Require(document.WeakMagnetismPerMeV, path + ".weakMagnetismPerMeV", -0.05, 0.05);
        return new BetaTransition(document.EndpointMeV, document.DaughterAtomicNumber, document.WeakMagnetismPerMeV);
    }

    private void Require(double value, string path, double minimum, double maximum)
    {
        if (!(value >= minimum && value <= maximum))
        {
            string why = FormattableString.Invariant($"it must lie between {minimum} and {maximum}");
            reader.Fault(path, FormattableString.Invariant($"{value}"), why, "correct the value or check its unit");
        }
    }
}
