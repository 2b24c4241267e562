using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Numerics.Random;
using Isolux.Storage.Events.Import;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux import</c>: brings a user's table of hits in.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string> _file = new("FILE") { Description = "Table of hits, Parquet or CSV: one row per hit, the rows of an event together." };
    private readonly Option<string> _mapping = new("--mapping") { Description = "Document that says which column is what, in which unit.", HelpName = "FILE", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "Folder of the events. The same command resumes it where it was interrupted.", HelpName = "DIR", Required = true };

    private readonly Option<int?> _run = new("--run") { Description = "Number of the run; that of the mapping by default.", HelpName = "N" };

    public ImportVerb(CommandContext context)
        : base(
            "import",
            "Bring your own table of hits in.",
            "isolux import hits.parquet --mapping mapping.json --out run-42",
            "isolux import hits.csv --mapping mapping.json --detector my-detector --run 43 --out run-43 --json")
    {
        _context = context;
        Add(_file);
        Add(_mapping);
        Add(_out);
        _run.Validators.Add(result => Requirement.Within(result, 0, RandomSequence.RunLimit - 1));
        Add(_run);
        _detector.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Import(parsed, cancellation)));
    }

    private int Import(ParseResult parsed, CancellationToken cancellation)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(ImportVerb).Assembly);
        HitTableImporter importer = new(parsed.GetRequiredValue(_mapping), _detector.Load(parsed), $"{program.Version}+{program.Commit}", (uint?)parsed.GetValue(_run));
        string folder = parsed.GetRequiredValue(_out);
        ImportResult result = _context.Progress.Show(stages =>
            importer.Import(parsed.GetRequiredValue(_file), folder, new StageProgress(stages, "hits"), cancellation));
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new ImportReport(1, folder, result.EventCount, result.HitCount, result.HitsLeftOut));
        }
        else
        {
            _context.Terminal.Output.WriteLine($"{folder}: {result.EventCount} events, {result.HitCount} hits, {(result.HitsLeftOut is { } left ? $"{left} hits left out" : "they were there already")}.");
        }

        return (int)ExitCode.Done;
    }
}
