namespace Isolux.Campaign.Positioning;

/// <summary>A position from all measures that agree.</summary>
/// <param name="Fix">The place; null where nothing decides.</param>
/// <param name="Verdict">Who agrees with whom.</param>
/// <param name="AgreementPValue">Probability of a disagreement of all measures at least this large; null where only one measured.</param>
/// <param name="Central">The central cable against the fixes; null where there are no fixes or no cables.</param>
/// <param name="Side">The side cable; null likewise.</param>
public sealed record FusedPosition(PositionFix? Fix, FusionVerdict Verdict, double? AgreementPValue, CableSlip? Central, CableSlip? Side);
