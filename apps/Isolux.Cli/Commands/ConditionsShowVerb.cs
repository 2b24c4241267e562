using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Storage.Conditions;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux conditions show</c>: one payload with its units and headline values.</summary>
internal sealed class ConditionsShowVerb : Verb
{
    private readonly CommandContext _context;
    private readonly Option<string> _store = StoreOption.Create();
    private readonly Argument<string> _payload = new("PAYLOAD") { Description = "Identity of a payload, or its first digits." };

    public ConditionsShowVerb(CommandContext context)
        : base("show", "Show one payload.", "isolux conditions show 3f2a --store constants.sqlite --json")
    {
        _context = context;
        Add(_payload);
        Add(_store);
        SetAction(Show);
    }

    private int Show(ParseResult parsed)
    {
        SqliteConditionsStore store = SqliteConditionsStore.Open(parsed.GetRequiredValue(_store));
        string prefix = parsed.GetRequiredValue(_payload);
        ImmutableArray<PayloadId> found = store.Find(prefix);
        if (found is not [var id])
        {
            throw new UsageException($"the payload {prefix} cannot be shown ({found.Length} payloads of the store begin so) give the digits of exactly one.");
        }

        Payload payload = store.Read(id);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Id = id.Hex, Payload = JsonNode.Parse(PayloadCodec.Encode(payload)) });
            return (int)ExitCode.Done;
        }

        var table = new ResultTable("value", "", "unit");
        foreach (HeadlineValue value in payload.Headlines)
        {
            table.Add(value.Name, value.Error is { } error ? $"{value.Value:G7} ± {error:G2}" : $"{value.Value:G7}", value.Unit);
        }

        table.Print(_context.Terminal, $"{payload.TypeName} {id}");
        return (int)ExitCode.Done;
    }
}
