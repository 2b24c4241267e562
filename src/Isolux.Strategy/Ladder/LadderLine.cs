using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Detector.Neutrons;
using Isolux.Detector.Sources;
using Isolux.Quantities;

namespace Isolux.Strategy.Ladder;

/// <summary>A line to be measured.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="Kind">Where its gammas come from.</param>
/// <param name="Scheme">What is emitted.</param>
/// <param name="EnergyMeV">Energy of the line: the gammas of its main branch together, MeV.</param>
internal sealed record LadderLine(string Name, LineKind Kind, DecayScheme Scheme, double EnergyMeV)
{
    // Branches whose energies differ by less than the peak can show are one line.
    private const double SameEnergyFraction = 0.01;
    private const double GaussianAboveMeV = 2.0;

    /// <summary>Gaussian above 2 MeV and for captures, with tails below.</summary>
    public PeakShape Shape => EnergyMeV > GaussianAboveMeV ? PeakShape.Gaussian : PeakShape.GaussianWithTails;

    /// <summary>Other branches as companions of the line.</summary>
    public ImmutableArray<PeakCompanion> Companions()
    {
        double line = Scheme.Branches.Where(IsOfLine).Sum(branch => branch.Probability);
        return
        [
            .. Scheme.Branches.Where(branch => !branch.IsSilent && !IsOfLine(branch))
                .Select(branch => new PeakCompanion(GammaEnergyMeV(branch) / EnergyMeV, branch.Probability / line)),
        ];
    }

    /// <summary>The line without its companions.</summary>
    public LadderLine WithoutCompanions() => this with { Name = Name + " alone", Scheme = Scheme.Where(branch => !branch.IsSilent && IsOfLine(branch)) };

    /// <summary>The gammas of the line, those of annihilation included, MeV; empty where its branches share the energy in different ways.</summary>
    public ImmutableArray<double> GammasMeV()
    {
        ImmutableArray<double>[] branches = [.. Scheme.Branches.Where(branch => !branch.IsSilent && IsOfLine(branch)).Select(GammasMeV)];
        return branches.All(gammas => gammas.SequenceEqual(branches[0])) ? branches[0] : [];
    }

    /// <summary>All lines of a detector: its gamma and annihilation sources, the captures on its nuclides, the gammas of its neutron sources.</summary>
    public static ImmutableArray<LadderLine> Of(DetectorDescription detector, NeutronModel neutrons)
    {
        var lines = ImmutableArray.CreateBuilder<LadderLine>();
        foreach (CalibrationSource source in detector.Sources)
        {
            if (source.Decay is not { } scheme)
            {
                continue;
            }

            if (source.Kind is SourceKind.Gamma or SourceKind.PositronAnnihilation)
            {
                lines.Add(Main(source.Name, LineKind.Capsule, scheme));
            }
            else if (source.Kind == SourceKind.Neutron && scheme.Branches.Any(HasGamma))
            {
                lines.Add(Main(source.Name, LineKind.Prompt, scheme.Where(HasGamma)));
            }
        }

        foreach (NeutronNuclide nuclide in neutrons.Nuclides)
        {
            LadderLine line = Main("n-" + nuclide.Symbol, LineKind.Capture, nuclide.Capture);
            lines.Add(line);
            DecayScheme single = nuclide.Capture.Where(branch => branch.GammasMeV.Length == 1);
            if (single.Branches.Length < nuclide.Capture.Branches.Length)
            {
                lines.Add(Main(line.Name + " single gamma", LineKind.Capture, single));
            }
        }

        return [.. lines.OrderBy(line => line.EnergyMeV)];
    }

    private static LadderLine Main(string name, LineKind kind, DecayScheme scheme)
    {
        DecayBranch main = scheme.Branches.Where(branch => !branch.IsSilent).MaxBy(branch => branch.Probability)!;
        return new LadderLine(name, kind, scheme, GammaEnergyMeV(main));
    }

    private static bool HasGamma(DecayBranch branch) => !branch.GammasMeV.IsEmpty;

    private static ImmutableArray<double> GammasMeV(DecayBranch branch) =>
        [.. branch.GammasMeV, .. Enumerable.Repeat(PhysicalConstants.ElectronMassMeV, 2 * branch.StoppedPositrons)];

    private static double GammaEnergyMeV(DecayBranch branch) => GammasMeV(branch).Sum();

    private bool IsOfLine(DecayBranch branch) => Math.Abs(GammaEnergyMeV(branch) - EnergyMeV) < SameEnergyFraction * EnergyMeV;
}
