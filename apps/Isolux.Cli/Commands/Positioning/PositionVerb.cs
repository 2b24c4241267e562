namespace Isolux.Cli.Commands.Positioning;

/// <summary><c>isolux position</c>: where sources are.</summary>
internal sealed class PositionVerb : Verb
{
    public PositionVerb(CommandContext context)
        : base(
            "position",
            "Locate sources by ultrasound, by cameras, or by both with the cables.",
            "isolux position uss datasets/simulated-positions/ultrasound.json",
            "isolux position ccd datasets/simulated-positions/cameras.json --json")
    {
        Add(new PositionUltrasoundVerb(context));
        Add(new PositionCamerasVerb(context));
        Add(new PositionFusedVerb(context));
    }
}
