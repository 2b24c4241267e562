using System.Collections.Immutable;
using System.CommandLine;
using Isolux.Calibration.Transparency;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Storage.Output;
using Isolux.Storage.Transparency;
using Isolux.Strategy.Transparency;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate beams</c>: pulses of the transparency monitor, photon by photon, as the measurement that <c>monitor transparency</c> reads.</summary>
internal sealed class SimulateBeamsVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<long> _pulses = new("--pulses") { Description = "Pulses of every beam.", HelpName = "N", DefaultValueFactory = _ => 100 };
    private readonly Option<double?> _wavelength = new("--wavelength") { Description = "Only this wavelength in nm; all declared ones without.", HelpName = "NM" };
    private readonly Option<uint> _run = new("--run") { Description = "Number of the measurement: another is another sample with the same channels.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _out = new("--out") { Description = "Folder of the measurement.", HelpName = "DIR", Required = true };

    public SimulateBeamsVerb(CommandContext context)
        : base(
            "beams",
            "Fire the laser beams of the transparency monitor and write what the photosensors count.",
            "isolux simulate beams --pulses 1000 --wavelength 430 --out beams",
            "isolux simulate beams --overlay absorption-minus-4 --run 2 --out later")
    {
        _context = context;
        _pulses.Validators.Add(Requirement.Positive<long>);
        _run.Validators.Add(result => Requirement.Within(result, 0, BeamCampaign.LargestRun));
        _detector.AddTo(this);
        foreach (Option option in new Option[] { _pulses, _wavelength, _run, _out })
        {
            Add(option);
        }

        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Simulate(parsed, cancellation)));
    }

    private int Simulate(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        BeamCampaign campaign = new(detector, parsed.GetValue(_simulation.Seed), parsed.GetValue(_simulation.Threads));
        ImmutableArray<double> wavelengths = Wavelengths(parsed, campaign.Monitor);
        string folder = parsed.GetRequiredValue(_out);
        OutputFolder.EnsureWritable(folder);
        TransparencyMeasurement measurement = _context.Progress.Show(stages => campaign.Simulate(
            campaign.Monitor.Beams, wavelengths, parsed.GetValue(_pulses), parsed.GetValue(_run), new StageProgress(stages, "beams"), cancellation));
        string file = TransparencyMeasurementFile.Write(folder, detector.Name, measurement);
        double chargePe = measurement.Exposures.Sum(exposure => exposure.ChargePe.Sum());
        double darkPe = measurement.Exposures.Sum(exposure => exposure.DarkPe.Sum());
        double beamSeconds = measurement.Exposures.Sum(exposure => exposure.Pulses / campaign.Monitor.PulseRateHz);
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, File = file, Exposures = measurement.Exposures.Length, Pulses = parsed.GetValue(_pulses), ChargePe = chargePe, DarkPe = darkPe, BeamSeconds = beamSeconds });
        }
        else
        {
            _context.Terminal.Output.WriteLine(
                $"{file}: {measurement.Exposures.Length} exposures, {chargePe:F0} photoelectrons ({darkPe:F0} of dark noise expected) in {beamSeconds:F0} s of beam.");
        }

        return (int)ExitCode.Done;
    }

    private ImmutableArray<double> Wavelengths(ParseResult parsed, TransparencyMonitor monitor)
    {
        if (parsed.GetValue(_wavelength) is not { } wanted)
        {
            return monitor.WavelengthsNm;
        }

        return monitor.WavelengthsNm.Contains(wanted)
            ? [wanted]
            : throw new UsageException($"there is no laser of {wanted} nm (the detector declares {string.Join(", ", monitor.WavelengthsNm)} nm) choose one of them.");
    }
}
