using Isolux.Conditions.Payloads;

namespace Isolux.Calibration.Channels;

/// <summary>Constants of channels and what they were made of.</summary>
/// <param name="Constants">The constants.</param>
/// <param name="Runs">The runs, in the order they were given.</param>
public sealed record ChannelCalibrationResult(ChannelConstantsPayload Constants, IReadOnlyList<ChannelRunSummary> Runs);
