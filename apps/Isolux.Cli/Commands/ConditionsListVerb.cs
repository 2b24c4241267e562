using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Storage.Conditions;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux conditions list</c>: tags with their intervals, and global tags.</summary>
internal sealed class ConditionsListVerb : Verb
{
    private readonly CommandContext _context;
    private readonly Option<string> _store = StoreOption.Create();

    public ConditionsListVerb(CommandContext context)
        : base("list", "List the tags and global tags of a store.", "isolux conditions list --store constants.sqlite")
    {
        _context = context;
        Add(_store);
        SetAction(List);
    }

    private int List(ParseResult parsed)
    {
        SqliteConditionsStore store = SqliteConditionsStore.Open(parsed.GetRequiredValue(_store));
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new
            {
                FormatVersion = 1,
                Tags = store.ListTags().Select(ConditionsReport.Of),
                GlobalTags = store.ListGlobalTags().Select(ConditionsReport.Of),
            });
            return (int)ExitCode.Done;
        }

        var tags = new ResultTable("tag", "type", "runs", "payload", "verdict", "published by", "reason");
        foreach (TagTimeline tag in store.ListTags())
        {
            foreach (TagInterval interval in tag.Intervals)
            {
                tags.Add(
                    tag.Tag.Name, tag.PayloadType, $"{interval.Iov}", interval.Payload.Abbreviated, $"{interval.Verdict}", interval.Published.Author, interval.Published.Reason);
            }
        }

        tags.Print(_context.Terminal);
        var globalTags = new ResultTable("global tag", "state", "tags");
        foreach (GlobalTag tag in store.ListGlobalTags())
        {
            globalTags.Add(tag.Name, $"{tag.State}", string.Join(", ", tag.Tags.Values));
        }

        globalTags.Print(_context.Terminal);
        return (int)ExitCode.Done;
    }
}
