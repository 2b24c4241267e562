using System.CommandLine;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Cli.Options;

/// <summary>Which detector: <c>--detector</c> and <c>--overlay</c>.</summary>
internal sealed class DetectorOptions
{
    public Option<string> Detector { get; } = new("--detector")
    {
        Description = "Detector: a name under detectors/ or a folder.",
        HelpName = "NAME|DIR",
        DefaultValueFactory = _ => "juno",
    };

    public Option<string[]> Overlay { get; } = new("--overlay")
    {
        Description = "A variation laid over the detector, a name or a file; may be repeated, applied in order.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Add(Detector);
        command.Add(Overlay);
    }

    /// <summary>Loads what the user named.</summary>
    public DetectorDescription Load(ParseResult parsed) => DetectorLoader.Load(parsed.GetRequiredValue(Detector), parsed.GetRequiredValue(Overlay));
}
