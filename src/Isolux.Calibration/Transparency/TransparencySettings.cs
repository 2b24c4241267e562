namespace Isolux.Calibration.Transparency;

/// <summary>What is not known exactly when transparency is fitted; validated when it is used.</summary>
public sealed record TransparencySettings
{
    /// <summary>Relative error of the efficiency of a channel, independent between channels; default 0.01, what a calibration of channels leaves.</summary>
    public double ChannelErrorFraction { get; init; } = 0.01;

    /// <summary>Relative error of the probability that absorbed light is re-emitted; default 0.1.</summary>
    public double ReemissionErrorFraction { get; init; } = 0.1;

    /// <summary>Relative spread of the charge of a photoelectron; default 0, photoelectrons are counted.</summary>
    public double SinglePeResolution { get; init; }
}
