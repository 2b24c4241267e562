using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Signal;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>One value at one antineutrino energy: probability, cross section or flux.</summary>
internal sealed class PointVerb : Verb
{
    private readonly DetectorOptions _detector = new();
    private readonly Option<double> _energy = new("--energy") { Description = "Antineutrino energy in MeV.", HelpName = "MEV", Required = true };

    private PointVerb(string name, string description, params ReadOnlySpan<string> examples)
        : base(name, description, [.. examples])
    {
        _energy.Validators.Add(result => Requirement.Within(result, 0.1, 100.0));
        Add(_energy);
        _detector.AddTo(this);
    }

    public static PointVerb Probability(CommandContext context)
    {
        var verb = new PointVerb(
            "probability",
            "Probability that an electron antineutrino is still one.",
            "isolux sensitivity probability --energy 4 --baseline 52.5",
            "isolux sensitivity probability --energy 4 --ordering IO --vacuum --json");
        Option<double> baseline = new("--baseline") { Description = "Distance in km.", HelpName = "KM", DefaultValueFactory = _ => 52.5 };
        baseline.Validators.Add(result => Requirement.Within(result, 0.0, 20_000.0));
        Option<string> ordering = OrderingOption.Create("Mass ordering.");
        Option<bool> vacuum = new("--vacuum") { Description = "Without matter." };
        verb.Add(baseline);
        verb.Add(ordering);
        verb.Add(vacuum);
        verb.SetAction(parsed => verb.Print(context, parsed, (experiment, energyMeV) =>
        {
            double densityGPerCm3 = parsed.GetValue(vacuum) ? 0.0 : experiment.MatterDensityGPerCm3;
            OscillationParameters truth = experiment.Truth(OrderingOption.Read(parsed.GetRequiredValue(ordering)));
            return new SurvivalProbability(truth, densityGPerCm3, experiment.ElectronFraction).Evaluate(energyMeV, parsed.GetValue(baseline));
        }));
        return verb;
    }

    public static PointVerb CrossSection(CommandContext context)
    {
        var verb = new PointVerb("crosssection", "Cross section of inverse beta decay per proton, 1e-43 cm2.", "isolux sensitivity crosssection --energy 4 --json");
        verb.SetAction(parsed => verb.Print(context, parsed, (_, energyMeV) => InverseBetaDecay.EvaluateCrossSection(energyMeV)));
        return verb;
    }

    public static PointVerb Flux(CommandContext context)
    {
        var verb = new PointVerb(
            "flux",
            "Antineutrinos per MeV and fission, of the mixture of isotopes or of one, without corrections.",
            "isolux sensitivity flux --energy 4 --json",
            "isolux sensitivity flux --energy 4 --isotope U235 --polynomial");
        Option<string?> isotope = new("--isotope") { Description = "Only this isotope.", HelpName = "NAME" };
        Option<bool> polynomial = new("--polynomial") { Description = "The published polynomials, good from 2 to 8 MeV, instead of the tables." };
        verb.Add(isotope);
        verb.Add(polynomial);
        verb.SetAction(parsed => verb.Print(context, parsed, (experiment, energyMeV) =>
        {
            string? wanted = parsed.GetValue(isotope);
            FissionIsotope[] isotopes = [.. experiment.Isotopes.Where(known => wanted is null || known.Name == wanted)];
            if (isotopes.Length == 0)
            {
                throw new UsageException($"there is no isotope '{wanted}' (isotopes are {string.Join(", ", experiment.Isotopes.Select(known => known.Name))}) choose one of them.");
            }

            Func<FissionIsotope, double, double> spectrum = parsed.GetValue(polynomial) ? FissionSpectrum.PolynomialPerMeV : FissionSpectrum.IsotopePerMeV;
            return isotopes.Sum(known => (wanted is null ? known.FissionFraction : 1.0) * spectrum(known, energyMeV));
        }));
        return verb;
    }

    private int Print(CommandContext context, ParseResult parsed, Func<ReactorExperiment, double, double> evaluate)
    {
        ReactorExperiment experiment = ReactorDetector.Require(_detector.Load(parsed));
        double energyMeV = parsed.GetValue(_energy);
        double value = evaluate(experiment, energyMeV);
        if (parsed.GetValue(context.Json))
        {
            context.PrintJson(new { FormatVersion = 1, EnergyMeV = energyMeV, Value = value });
        }
        else
        {
            context.Terminal.Output.WriteLine($"{value:G8}");
        }

        return (int)ExitCode.Done;
    }
}
