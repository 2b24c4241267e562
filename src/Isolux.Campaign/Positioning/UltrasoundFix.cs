using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>A position from arrival times.</summary>
/// <param name="Fix">Place of the source; null where it was refused.</param>
/// <param name="RefusedBecause">Why there is no place; null where there is one.</param>
/// <param name="SoundSpeedMmPerUs">Fitted speed of sound, mm/us.</param>
/// <param name="SoundSpeedErrorMmPerUs">Its standard error, mm/us.</param>
/// <param name="ClockOffsetUs">Fitted common shift of all times, us.</param>
/// <param name="ClockOffsetErrorUs">Its standard error, us.</param>
/// <param name="Residuals">One per arrival; empty where the fix was refused.</param>
public sealed record UltrasoundFix(
    PositionFix? Fix,
    string? RefusedBecause,
    double? SoundSpeedMmPerUs,
    double? SoundSpeedErrorMmPerUs,
    double? ClockOffsetUs,
    double? ClockOffsetErrorUs,
    ImmutableArray<ReceiverResidual> Residuals)
{
    /// <summary>A refusal.</summary>
    internal static UltrasoundFix Refused(string why) => new(null, why, null, null, null, null, []);
}
