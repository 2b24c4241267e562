namespace Isolux.Cli.Commands;

/// <summary><c>isolux show</c>: what documents say, without running anything.</summary>
internal sealed class ShowVerb : Verb
{
    public ShowVerb(CommandContext context)
        : base("show", "Print a detector, its sources, its calibration house or a campaign.", "isolux show detector --detector juno")
    {
        Add(new ShowDetectorVerb(context));
        Add(new ShowSourcesVerb(context));
        Add(new ShowHouseVerb(context));
        Add(new ShowCampaignVerb(context));
    }
}
