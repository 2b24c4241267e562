using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Simulation.Optics;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate photons</c>: a flash of light at a point, and where every photon ended.</summary>
internal sealed class SimulatePhotonsVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<Quantities.Position?> _position = PositionOption.Create();
    private readonly Option<long> _count = CountOption.Create<long>("Photons to shoot.", 1_000_000);

    public SimulatePhotonsVerb(CommandContext context)
        : base(
            "photons",
            "Shoot photons from a point and report where they ended.",
            "isolux simulate photons --detector toy-spheres --position -1,0,12 --count 10000000",
            "isolux simulate photons --detector juno --position 0,0,0 --count 1000000 --seed 7 --json")
    {
        _context = context;
        _detector.AddTo(this);
        Add(_position);
        Add(_count);
        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Simulate(parsed, cancellation)));
    }

    private int Simulate(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        var model = new OpticalModel(detector);
        Quantities.Position position = parsed.GetValue(_position) ?? Quantities.Position.Centre;
        if (!(position.RadiusMm < model.OuterRadiusMm))
        {
            throw new UsageException(
                $"the position {position.RadiusMm / 1000:0.###} m from the centre cannot be used (the outermost shell of {detector.Name} ends at "
                + $"{model.OuterRadiusMm / 1000:0.###} m) choose a point inside.");
        }

        var settings = new PhotonBombSettings
        {
            Position = position,
            Count = parsed.GetValue(_count),
            Seed = parsed.GetValue(_simulation.Seed),
            Threads = parsed.GetValue(_simulation.Threads),
        };
        var bomb = new PhotonBomb(model, settings, _context.Surroundings.Clock);
        PhotonBombResult result = _context.Progress.Show(
            stages => bomb.Simulate(new StageProgress(stages, "photons"), cancellation));
        Print(parsed, result);
        return (int)ExitCode.Done;
    }

    private void Print(ParseResult parsed, PhotonBombResult result)
    {
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(PhotonReport.From(result));
            return;
        }

        var table = new ResultTable("photons", "fraction");
        table.Add("detected", $"{result.Detected:F6} ± {result.DetectedError:F6}");
        foreach ((string medium, double fraction) in result.Absorbed)
        {
            table.Add($"absorbed in {medium}", $"{fraction:F6}");
        }

        foreach ((string obstacle, double fraction) in result.LostOn)
        {
            table.Add($"lost on {obstacle}", $"{fraction:F6}");
        }

        table.Print(_context.Terminal);
        _context.Terminal.Output.WriteLine(
            $"Arrival {result.MeanTimeNs:F3} ns on average, rms {result.RmsTimeNs:F3} ns; {result.PhotonsPerSecond:E2} photons per second on {result.Threads} threads.");
    }
}
