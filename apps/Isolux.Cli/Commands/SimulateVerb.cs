namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate</c>: the simulation alone.</summary>
internal sealed class SimulateVerb : Verb
{
    public SimulateVerb(CommandContext context)
        : base("simulate", "Simulate photons, particles, triggered events or positions of sources in a detector.", "isolux simulate photons --detector toy-spheres --position 0,0,12 --count 1000000")
    {
        Add(new SimulatePhotonsVerb(context));
        Add(new SimulateParticlesVerb(context));
        Add(new SimulateEventsVerb(context));
        Add(new SimulateLightMapVerb(context));
        Add(new SimulateBeamsVerb(context));
        Add(new SimulatePositionsVerb(context));
    }
}
