using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Storage.Output;
using Isolux.Strategy.Positioning;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate positions</c>: what ultrasound, cameras and cables measure of sources.</summary>
internal sealed class SimulatePositionsVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<ulong> _seed = new SimulationOptions().Seed;
    private readonly Option<double> _step = new("--step") { Description = "Step of the grid of sources in metres.", HelpName = "M", DefaultValueFactory = _ => 5.0 };
    private readonly Option<string> _out = new("--out") { Description = "Folder of ultrasound.json and cameras.json.", HelpName = "DIR", DefaultValueFactory = _ => "positions" };

    public SimulatePositionsVerb(CommandContext context)
        : base(
            "positions",
            "Simulate what ultrasound, cameras and cables measure of sources all over the reach of the cable loops, for 'position' to locate.",
            "isolux simulate positions --seed 1 --out datasets/simulated-positions")
    {
        _context = context;
        _step.Validators.Add(result => Requirement.Within(result, 0.5, 20.0));
        _detector.AddTo(this);
        Add(_seed);
        Add(_step);
        Add(_out);
        SetAction(Simulate);
    }

    private int Simulate(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(_out);
        OutputFolder.EnsureWritable(folder);
        var (ultrasound, cameras) = new PositionDataSimulator(_detector.Load(parsed), parsed.GetValue(_seed)).Simulate(parsed.GetValue(_step));
        string[] files = [Path.Combine(folder, "ultrasound.json"), Path.Combine(folder, "cameras.json")];
        AtomicFile.WriteText(files[0], OutputJson.Write(ultrasound));
        AtomicFile.WriteText(files[1], OutputJson.Write(cameras));
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Files = files, Sources = ultrasound.Pulses.Length, Targets = cameras.Targets.Length });
        }
        else
        {
            _context.Terminal.Output.WriteLine($"{ultrasound.Pulses.Length} sources and {cameras.Targets.Length} calibration targets: {string.Join(", ", files)}.");
        }

        return (int)ExitCode.Done;
    }
}
