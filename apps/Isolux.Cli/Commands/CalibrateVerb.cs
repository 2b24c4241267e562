namespace Isolux.Cli.Commands;

/// <summary><c>isolux calibrate</c>: calibration of measured data.</summary>
internal sealed class CalibrateVerb : Verb
{
    public CalibrateVerb(CommandContext context)
        : base("calibrate", "Calibrate with measured data: channels, non-linearity, resolution.", "isolux calibrate nonlinearity --data juno-2025", "isolux calibrate resolution --data juno-2025")
    {
        Add(new CalibrateNonLinearityVerb(context));
        Add(new CalibrateResolutionVerb(context));
        Add(new CalibrateChannelsVerb(context));
    }
}
