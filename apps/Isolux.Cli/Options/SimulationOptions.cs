using System.CommandLine;

namespace Isolux.Cli.Options;

/// <summary>How to simulate: <c>--seed</c> and <c>--threads</c>.</summary>
internal sealed class SimulationOptions
{
    public Option<ulong> Seed { get; } = new("--seed")
    {
        Description = "Seed of all random numbers; the same seed gives the same result on any number of threads.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public Option<int> Threads { get; } = CreateThreads();

    public void AddTo(Command command)
    {
        command.Add(Seed);
        command.Add(Threads);
    }

    private static Option<int> CreateThreads()
    {
        var option = new Option<int>("--threads")
        {
            Description = "Threads to use; all processors by default.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(Requirement.Positive<int>);
        return option;
    }
}
