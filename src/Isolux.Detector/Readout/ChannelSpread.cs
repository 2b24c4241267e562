namespace Isolux.Detector.Readout;

/// <summary>How the channels of one type of photosensor respond and differ. Spreads are Gaussian and cut at three standard deviations.</summary>
/// <param name="GainSpreadFraction">Relative spread of the gain about 1; the gain is the mean charge of a photoelectron over the nominal one.</param>
/// <param name="SinglePeSpreadFraction">Relative spread of the resolution of the Gaussian core.</param>
/// <param name="SinglePeTailFraction">Probability that a photoelectron makes extra charge.</param>
/// <param name="SinglePeTailMeanPe">Mean of that exponential extra charge over the mean charge of a photoelectron.</param>
/// <param name="TimeOffsetSpreadNs">Spread of the time offset about 0, ns.</param>
/// <param name="TimeWalkNs">Mean of the walk w, ns: a pulse of q photoelectrons comes w (1 / sqrt(q) - 1) later than one of 1, q not counted below 0.1.</param>
/// <param name="TimeWalkSpreadFraction">Relative spread of w.</param>
/// <param name="DarkRateSpreadFraction">Relative spread of the dark rate.</param>
/// <param name="NoisyFraction">Fraction of noisy channels.</param>
/// <param name="NoisyRatio">Dark rate of a noisy channel over that of a quiet one.</param>
public sealed record ChannelSpread(
    double GainSpreadFraction,
    double SinglePeSpreadFraction,
    double SinglePeTailFraction,
    double SinglePeTailMeanPe,
    double TimeOffsetSpreadNs,
    double TimeWalkNs,
    double TimeWalkSpreadFraction,
    double DarkRateSpreadFraction,
    double NoisyFraction,
    double NoisyRatio);
