namespace Isolux.Detector.Documents;

/// <summary>How the channels of one type of photosensor respond and differ.</summary>
/// <param name="GainSpreadFraction">Relative spread of the gain.</param>
/// <param name="SinglePeSpreadFraction">Relative spread of the resolution of the Gaussian core of a photoelectron's charge.</param>
/// <param name="SinglePeTailFraction">Probability that a photoelectron makes extra charge.</param>
/// <param name="SinglePeTailMeanPe">Mean of that exponential extra charge, PE.</param>
/// <param name="TimeOffsetSpreadNs">Spread of the time offset, ns.</param>
/// <param name="TimeWalkNs">Mean of the walk w: a pulse of q photoelectrons comes w (1 / sqrt(q) - 1) later than one of 1, ns.</param>
/// <param name="TimeWalkSpreadFraction">Relative spread of w.</param>
/// <param name="DarkRateSpreadFraction">Relative spread of the dark rate.</param>
/// <param name="NoisyFraction">Fraction of noisy channels.</param>
/// <param name="NoisyRatio">Dark rate of a noisy channel over that of a quiet one.</param>
public sealed record ChannelSpreadDocument(
    Measured GainSpreadFraction,
    Measured SinglePeSpreadFraction,
    Measured SinglePeTailFraction,
    Measured SinglePeTailMeanPe,
    Measured TimeOffsetSpreadNs,
    Measured TimeWalkNs,
    Measured TimeWalkSpreadFraction,
    Measured DarkRateSpreadFraction,
    Measured NoisyFraction,
    Measured NoisyRatio);
