namespace Isolux.Cli.Commands;

/// <summary><c>isolux monitor</c>: what watches the detector between calibrations.</summary>
internal sealed class MonitorVerb : Verb
{
    public MonitorVerb(CommandContext context)
        : base("monitor", "Watch properties of the detector.", "isolux monitor transparency beams/measurement.json")
    {
        Add(new MonitorTransparencyVerb(context));
    }
}
