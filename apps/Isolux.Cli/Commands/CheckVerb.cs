using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Storage.Campaigns;
using Isolux.Storage.DataSets;
using Isolux.Storage.Documents;
using Isolux.Storage.Events.Import;
using Isolux.Storage.Positioning;
using Isolux.Storage.Transparency;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux check</c>: validates a document.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _file = new("FILE") { Description = "A detector's folder or part, an overlay, a table, a data set, a mapping of hits, a measurement of laser beams or a campaign." };

    public CheckVerb(CommandContext context)
        : base("check", "Validate a document; campaigns are checked against a detector.", "isolux check detectors/juno", "isolux check campaigns/weekly.json --detector juno")
    {
        _context = context;
        Add(_file);
        _detector.AddTo(this);
        SetAction(Check);
    }

    private int Check(ParseResult parsed)
    {
        var checker = new DocumentChecker([DetectorDocumentKind.Create(), PromptSpectrumDocumentKind.Create(), DataSetDocumentKind.Create(), ImportMappingDocumentKind.Create(() => _detector.Load(parsed)), PositionDocumentKinds.Ultrasound(() => _detector.Load(parsed)), PositionDocumentKinds.Cameras(() => _detector.Load(parsed)), TransparencyMeasurementKind.Create(() => _detector.Load(parsed)), CampaignDocumentKind.Create(() => _detector.Load(parsed))]);
        string file = parsed.GetRequiredValue(_file);
        string found = checker.Check(file);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, File = file, Valid = true, Content = found });
        }
        else
        {
            _context.Terminal.Output.WriteLine($"{file}: {found}.");
        }

        return (int)ExitCode.Done;
    }
}
