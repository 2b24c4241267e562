using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Storage.Conditions;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux conditions publish</c>: a payload under a tag, or a global tag over tags.</summary>
internal sealed class ConditionsPublishVerb : Verb
{
    private readonly CommandContext _context;
    private readonly Option<string> _store = StoreOption.Create();
    private readonly Option<string> _payload = new("--payload") { Description = "Payload to publish, a JSON file as 'conditions show --json' prints under 'payload'.", HelpName = "FILE" };
    private readonly Option<string> _globalTag = new("--global-tag") { Description = "Global tag to publish over the tags named with --tag.", HelpName = "NAME" };
    private readonly Option<string[]> _tags = new("--tag") { Description = "Tag that receives the payload; with --global-tag, its tags (repeatable).", HelpName = "NAME", Required = true };
    private readonly Option<int> _first = new("--first-run") { Description = "First run the payload is valid for.", HelpName = "N" };
    private readonly Option<int?> _next = new("--next-run") { Description = "First run it is no longer valid for; open without.", HelpName = "N" };
    private readonly Option<string> _author = new("--author") { Description = "Who publishes.", HelpName = "NAME", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };
    private readonly Option<bool> _rejected = new("--rejected") { Description = "The fit behind the payload was not accepted; needs --override." };
    private readonly Option<string> _override = new("--override") { Description = "Why a payload that was not accepted is published all the same.", HelpName = "TEXT" };

    public ConditionsPublishVerb(CommandContext context)
        : base(
            "publish",
            "Publish a payload under a tag, or a global tag.",
            "isolux conditions publish --store constants.sqlite --payload light-yield.json --tag light-yield --first-run 12 --author Ada --reason \"weekly run\"",
            "isolux conditions publish --store constants.sqlite --global-tag juno-2 --tag light-yield --tag map --author Ada --reason \"after the weekly run\"")
    {
        _context = context;
        foreach (Option option in new Option[] { _store, _payload, _globalTag, _tags, _first, _next, _author, _reason, _rejected, _override })
        {
            Add(option);
        }

        _first.Validators.Add(Requirement.NotNegative<int>);
        _next.Validators.Add(Requirement.Positive<int>);
        SetAction(Publish);
    }

    private int Publish(ParseResult parsed)
    {
        var note = new ChangeNote(parsed.GetRequiredValue(_author), parsed.GetRequiredValue(_reason), _context.Surroundings.Clock.GetUtcNow());
        string[] tags = parsed.GetRequiredValue(_tags);
        object report = (parsed.GetValue(_payload), parsed.GetValue(_globalTag)) switch
        {
            ({ } file, null) when tags is [var tag] => PublishPayload(parsed, file, new PayloadTag(tag), note),
            (null, { } name) => PublishGlobalTag(parsed, name, tags, note),
            _ => throw new UsageException("nothing can be published (either --payload with one --tag, or --global-tag with its tags) give one of the two."),
        };
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
        }

        return (int)ExitCode.Done;
    }

    private object PublishPayload(ParseResult parsed, string file, PayloadTag tag, ChangeNote note)
    {
        Payload payload = PayloadCodec.Decode(File.ReadAllBytes(file));
        string? because = parsed.GetValue(_override);
        int first = parsed.GetValue(_first);
        int? next = parsed.GetValue(_next);
        if (next <= first)
        {
            throw new UsageException($"the interval from run {first} to run {next} is empty (it ends before --next-run) give a larger --next-run.");
        }

        PublicationReceipt receipt = SqliteConditionsStore.OpenOrCreate(parsed.GetRequiredValue(_store)).Publish(new PublicationRequest(
            tag,
            new Iov(new RunNumber(first), next is { } end ? new RunNumber(end) : null),
            payload,
            parsed.GetValue(_rejected) ? PublicationVerdict.Rejected : PublicationVerdict.Accepted,
            note,
            because is null ? null : new ChangeNote(note.Author, because, note.Time)));
        _context.Say($"{payload.TypeName} {receipt.Payload.Abbreviated}: {(receipt.Outcome == PublicationOutcome.Opened ? "published" : "already valid there, nothing changed")}.");
        return new { FormatVersion = 1, Payload = receipt.Payload.Hex, receipt.Outcome };
    }

    private object PublishGlobalTag(ParseResult parsed, string name, string[] tags, ChangeNote note)
    {
        SqliteConditionsStore store = SqliteConditionsStore.Open(parsed.GetRequiredValue(_store));
        store.CreateGlobalTag(name, [.. tags.Select(t => new PayloadTag(t))], note);
        GlobalTag published = store.AdvanceGlobalTag(name, GlobalTagState.Published, note);
        _context.Say($"global tag {name}: published.");
        return new { FormatVersion = 1, GlobalTag = ConditionsReport.Of(published) };
    }
}
