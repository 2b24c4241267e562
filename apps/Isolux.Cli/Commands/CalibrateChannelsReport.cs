using System.Collections.Immutable;
using Isolux.Calibration.Channels;
using Isolux.Conditions;

namespace Isolux.Cli.Commands;

/// <summary>What <c>isolux calibrate channels --json</c> prints.</summary>
/// <param name="FormatVersion">Version of this object: 1.</param>
/// <param name="Payload">Identity of the constants.</param>
/// <param name="Tag">Tag they were published under; null where they were not.</param>
/// <param name="Channels">Number of channels.</param>
/// <param name="Good">Good ones.</param>
/// <param name="Dead">Dead ones.</param>
/// <param name="Noisy">Noisy ones.</param>
/// <param name="NotCalibrated">Ones with too few pulses.</param>
/// <param name="Headlines">Headline numbers.</param>
/// <param name="Runs">The runs.</param>
internal sealed record CalibrateChannelsReport(
    int FormatVersion,
    string Payload,
    string? Tag,
    int Channels,
    int Good,
    int Dead,
    int Noisy,
    int NotCalibrated,
    ImmutableArray<HeadlineValue> Headlines,
    ImmutableArray<ChannelRunSummary> Runs);
