namespace Isolux.Cli.Commands;

/// <summary><c>isolux conditions</c>: versioned calibration constants.</summary>
internal sealed class ConditionsVerb : Verb
{
    public ConditionsVerb(CommandContext context)
        : base("conditions", "List, show, compare and publish calibration constants.", "isolux conditions list --store runs/juno-comprehensive-1/constants.sqlite")
    {
        Add(new ConditionsListVerb(context));
        Add(new ConditionsShowVerb(context));
        Add(new ConditionsDiffVerb(context));
        Add(new ConditionsPublishVerb(context));
    }
}
