namespace Isolux.Strategy.Pricing;

/// <summary>How precisely a plan's laser runs will know the channels of one type of photosensor.</summary>
/// <param name="Sensor">Type of photosensor.</param>
/// <param name="Row">Row of the program.</param>
/// <param name="SinglePulseCount">Pulses of single photoelectrons in a channel.</param>
/// <param name="GainErrorPercent">Statistical error of the gain of one channel, percent.</param>
/// <param name="EfficiencyErrorPercent">Statistical error of its efficiency relative to others, percent.</param>
/// <param name="TimeOffsetErrorNs">Statistical error of its time offset, ns.</param>
/// <param name="BrightestChargeErrorPercent">Statistical error of its mean charge at the brightest intensity, percent: of its charge curve there; null for programs of one intensity.</param>
public sealed record ChannelPrecision(
    string Sensor, string Row, double SinglePulseCount, double GainErrorPercent, double EfficiencyErrorPercent, double TimeOffsetErrorNs, double? BrightestChargeErrorPercent);
