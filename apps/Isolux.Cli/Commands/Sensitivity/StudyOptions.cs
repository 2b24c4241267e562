using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What sensitivity studies share: detector, resolution, exposure and the folder of results.</summary>
internal sealed class StudyOptions
{
    private readonly DetectorOptions _detector = new();

    private readonly Option<double> _exposure = new("--exposure-years")
    {
        Description = "Years at the full power of all cores.",
        HelpName = "Y",
        DefaultValueFactory = _ => 6.5,
    };

    private readonly Option<string?> _resolution = ResolutionOption.Create();
    private readonly Option<string> _statistic = StatisticOption.Create(ChiSquareForm.CombinedNeymanPearson);
    private readonly Option<string?> _out = ResultFolderOption.Create("Write figures and the result into this folder.");

    public StudyOptions() => _exposure.Validators.Add(result => Requirement.Within(result, 0.001, 1000));

    public void AddTo(Command command, bool hasResolution = true)
    {
        if (hasResolution)
        {
            command.Add(_resolution);
        }

        command.Add(_exposure);
        command.Add(_statistic);
        command.Add(_out);
        _detector.AddTo(command);
    }

    public ChiSquareForm Form(ParseResult parsed) => StatisticOption.Read(parsed.GetRequiredValue(_statistic));

    public double Years(ParseResult parsed) => parsed.GetValue(_exposure);

    public string DetectorName(ParseResult parsed) => parsed.GetRequiredValue(_detector.Detector);

    public Isolux.Detector.DetectorDescription Detector(ParseResult parsed) => _detector.Load(parsed);

    public ResolutionModel Resolution(ParseResult parsed, ReactorExperiment experiment) => ResolutionOption.Read(parsed.GetValue(_resolution), experiment);

    public SensitivityOutput? Output(ParseResult parsed, CommandContext context) => SensitivityOutput.Prepare(parsed.GetValue(_out), context);
}
