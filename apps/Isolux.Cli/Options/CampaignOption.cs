using System.CommandLine;

namespace Isolux.Cli.Options;

/// <summary>Which campaign: <c>--campaign NAME|FILE</c>.</summary>
internal static class CampaignOption
{
    public static Option<string> Create() => new("--campaign")
    {
        Description = "Campaign: a name under campaigns/ or a file.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => "comprehensive",
    };
}
