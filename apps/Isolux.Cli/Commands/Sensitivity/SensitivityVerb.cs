using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Statistics;
using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary><c>isolux sensitivity</c>: what a calibration is worth for the mass ordering and the oscillation parameters.</summary>
internal sealed class SensitivityVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<string?> _resolution = ResolutionOption.Create();
    private readonly Option<double> _exposure = new("--exposure-years") { Description = "Years at the full power of all cores.", HelpName = "Y", DefaultValueFactory = _ => 6.5 };
    private readonly Option<string> _statistic = StatisticOption.Create(ChiSquareForm.CombinedNeymanPearson);
    private readonly Option<string> _ordering = OrderingOption.Create("True ordering of the precision; delta chi2 is given for both.");

    public SensitivityVerb(CommandContext context)
        : base(
            "sensitivity",
            "Sensitivity to the neutrino mass ordering and precision of the oscillation parameters.",
            "isolux sensitivity",
            "isolux sensitivity --resolution 2.61,0.82,1.23 --exposure-years 6.5 --json",
            "isolux sensitivity probability --energy 4 --baseline 52.5")
    {
        _context = context;
        Add(_resolution);
        _exposure.Validators.Add(result => Requirement.Within(result, 0.001, 1000));
        Add(_exposure);
        Add(_ordering);
        Add(_statistic);
        _detector.AddTo(this);
        Add(new BudgetVerb(context));
        Add(new WeightsVerb(context));
        Add(new ScaleVerb(context));
        Add(new CompareVerb(context));
        Add(new FitVerb(context));
        Add(PointVerb.Probability(context));
        Add(PointVerb.CrossSection(context));
        Add(PointVerb.Flux(context));
        SetAction(Evaluate);
    }

    private int Evaluate(ParseResult parsed)
    {
        DetectorDescription detector = _detector.Load(parsed);
        ReactorExperiment experiment = ReactorDetector.Require(detector);
        ResolutionModel resolution = ResolutionOption.Read(parsed.GetValue(_resolution), experiment);
        double years = parsed.GetValue(_exposure);
        string ordering = parsed.GetRequiredValue(_ordering);
        ChiSquareForm form = StatisticOption.Read(parsed.GetRequiredValue(_statistic));
        SensitivityResult result = new SensitivityStudy(experiment, resolution) { Form = form }.Evaluate(years, OrderingOption.Read(ordering));
        SensitivityReport report = SensitivityReport.From(detector.Name, resolution, years, ordering, result);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }
        else
        {
            Print(report);
        }

        return (int)ExitCode.Done;
    }

    private void Print(SensitivityReport report)
    {
        var orderings = new ResultTable("true ordering", "delta chi2");
        orderings.Add("NO", $"{report.DeltaChi2.No:F2}").Add("IO", $"{report.DeltaChi2.Io:F2}");
        orderings.Print(_context.Terminal, $"{report.Detector}, {report.ExposureYears:0.###} years at full power, resolution {string.Join(", ", report.ResolutionPercent.Select(term => $"{term:0.###}"))} %.");
        PrecisionReport precision = report.PrecisionPercent;
        var parameters = new ResultTable("parameter", "precision (%)");
        parameters.Add("sin2(theta12)", $"{precision.Sin2Theta12:F3}").Add("sin2(theta13)", $"{precision.Sin2Theta13:F2}");
        parameters.Add("dm2_21", $"{precision.Dm21:F3}").Add("dm2_31", $"{precision.Dm31:F3}");
        parameters.Print(_context.Terminal, $"Precision where {report.Ordering} is true.");
    }
}
