using System.CommandLine;
using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Cli.Options;
using Isolux.Cli.Runs;
using Isolux.Detector;
using Isolux.Reporting;
using Isolux.Reporting.Validation;
using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Storage.Campaigns;
using Isolux.Storage.DataSets;
using Isolux.Storage.Documents;
using Isolux.Storage.Output;
using Isolux.Storage.References;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Validation;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux validate</c>: regenerates the pages of evidence.</summary>
internal sealed class ValidateVerb : Verb
{
    private const double QuickFactor = 0.05;
    private const string Campaign = "comprehensive";
    private static readonly ImmutableArray<string> s_programmes = [Campaign, "weekly", "monthly", "azimuth"];
    private readonly CommandContext _context;
    private readonly Option<int> _threads = new SimulationOptions().Threads;
    private readonly Option<string> _detector = new DetectorOptions().Detector;
    private readonly Option<bool> _quick = new("--quick") { Description = "A twentieth of the statistics." };
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder of the pages.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "docs/validation",
    };

    private readonly Option<string[]> _section = new("--section")
    {
        Description = "Only this section; may be repeated. A named section is computed again, others only where their page is of another program.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    public ValidateVerb(CommandContext context)
        : base(
            "validate",
            "Compare with other codes, micro simulation and toys; write one page per comparison.",
            "isolux validate",
            "isolux validate --section optics --quick --out my-validation")
    {
        _context = context;
        foreach (Option option in new Option[] { _section, _out, _quick, _detector, _threads })
        {
            Add(option);
        }

        SetAction((parsed, cancellation) => Task.FromResult(Validate(parsed, cancellation)));
    }

    private int Validate(ParseResult parsed, CancellationToken cancellation)
    {
        ValidationSettings settings = new() { StatisticsFactor = parsed.GetValue(_quick) ? QuickFactor : 1.0, Threads = parsed.GetValue(_threads) };
        ImmutableArray<IValidationSection> sections = Sections(parsed.GetRequiredValue(_detector), settings);
        string[] wanted = parsed.GetRequiredValue(_section);
        if (wanted.Except(sections.Select(section => section.Name)).FirstOrDefault() is { } unknown)
        {
            throw new UsageException($"there is no section '{unknown}' (sections are {string.Join(", ", sections.Select(section => section.Name))}) choose one of them.");
        }

        string folder = parsed.GetRequiredValue(_out);
        string stamp = Stamp(settings);
        List<string> pages = [];
        foreach (IValidationSection section in sections.Where(section => wanted.Length == 0 || wanted.Contains(section.Name)))
        {
            string file = Path.Combine(folder, section.Name + ".md");
            if (wanted.Length == 0 && File.Exists(file) && File.ReadAllText(file).Contains(stamp, StringComparison.Ordinal))
            {
                _context.Say($"{file} is of this program and these statistics; it was not computed again.");
            }
            else
            {
                ValidationPage page = _context.Progress.Show(stages => section.Evaluate(new StageProgress(stages, section.Name), cancellation));
                Write(folder, ValidationPageWriter.Write(section.Name, page, stamp));
            }

            pages.Add(file);
        }

        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Pages = pages });
        }
        else
        {
            pages.ForEach(_context.Terminal.Output.WriteLine);
        }

        return (int)ExitCode.Done;
    }

    private ImmutableArray<IValidationSection> Sections(string detectorName, ValidationSettings settings)
    {
        var detector = DetectorLoader.Load(detectorName, []);
        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        ResponseMapProvider maps = new(cache, ResponseMapSettings.ForStatistics(settings.StatisticsFactor), settings.Threads);
        return
        [
            new OpticsSection(DetectorLoader.Load("toy-spheres", []), ReferenceTables.Optical(), settings, _context.Surroundings.Clock),
            new ElectromagneticSection(DetectorLoader.Load("toy-lab", []), ReferenceTables.Electromagnetic(), settings),
            new ScintillatorLightSection(detector, maps, settings),
            new SourceLinesSection(detector, maps, settings),
            new CapsuleSection(detector, maps, settings),
            new ResponseMapSection(detector, maps, settings),
            new NonUniformitySection(detector, settings),
            new ResidualUniformitySection(detector, () => Plan(detector), maps, () => Variations(detectorName)[0], settings),
            new ResolutionTableSection(detector, () => Plan(detector), maps, () => Variations(detectorName), settings),
            new ChannelsSection(detector, maps, settings),
            new EnergyLadderSection(detector, new ScintillatorLightProvider(cache, settings.Threads), DataSetFile.Read("juno-2025"), settings),
            new ReconstructionSection(detector, maps, settings),
            new PositioningSection(detector, () => Plan(detector), maps, settings),
            new TransparencySection(detector, cache, settings),
            new PointsSection(detector, () => Plan(detector), maps, () => Variations(detectorName)[0], settings),
            new CoverageSection(settings),
            new SensitivitySection(detector, settings),
            new SensitivityWeightsSection(detector, settings),
            new DeploymentSection(detector, () => [.. s_programmes.Select(name => CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(name)), detector))]),
            new DeterminismSection(detectorName, settings),
        ];
    }

    private static ExpandedPlan Plan(DetectorDescription detector) => CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(Campaign)), detector);

    private static ImmutableArray<ImmutableArray<DetectorVariation>> Variations(string detectorName)
    {
        ImmutableArray<string> names = DetectorVariations.Names(detectorName);
        return names.IsEmpty
            ? [[]]
            : [.. new[] { RunRequestReader.DefaultVariationBase, ResolutionRowNames.VertexSmearing }.Select(row => DetectorVariations.Load(detectorName, [], names, row))];
    }

    // Pages tell what they were made with, so that a second run computes only what another program or other statistics made.
    private static string Stamp(ValidationSettings settings)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(ValidateVerb).Assembly);
        return $"Made by Isolux {program.Version} (commit {program.Commit ?? "unknown"}), {program.Runtime}, seed {settings.Seed}, statistics {settings.StatisticsFactor:0.###} of full.";
    }

    private static void Write(string folder, ImmutableArray<ReportFile> files)
    {
        // The page itself last: its presence says that the section is complete.
        foreach (ReportFile file in files.Reverse())
        {
            AtomicFile.WriteBytes(Path.Combine(folder, file.Name), file.Content.AsSpan());
        }
    }
}
