namespace Isolux.Calibration.Channels;

/// <summary>Time constants of a channel.</summary>
/// <param name="OffsetNs">Offset of a pulse of 1 PE, ns.</param>
/// <param name="WalkNs">Walk w, ns.</param>
/// <param name="IsFitted">Whether the fit had enough pulses and ended.</param>
internal readonly record struct TimeEstimates(Estimate OffsetNs, Estimate WalkNs, bool IsFitted);
