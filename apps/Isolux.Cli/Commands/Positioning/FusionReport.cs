using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>A place from all measures that agree.</summary>
internal sealed record FusionReport(PlaceReport? Place, FusionVerdict Verdict, double? PValue, CableSlipReport? CentralCable, CableSlipReport? SideCable)
{
    public static FusionReport From(FusedPosition fused) =>
        new(PlaceReport.From(fused.Fix), fused.Verdict, fused.AgreementPValue, CableSlipReport.From(fused.Central), CableSlipReport.From(fused.Side));

    /// <summary>What a table says of it.</summary>
    public string Summary => Verdict switch
    {
        FusionVerdict.CablesSlipped when CentralCable is { } central && SideCable is { } side =>
            FormattableString.Invariant($"cables slipped: central {100 * central.DifferenceM:+0.0;-0.0} +- {100 * central.ErrorM:F1} cm, side {100 * side.DifferenceM:+0.0;-0.0} +- {100 * side.ErrorM:F1} cm"),
        FusionVerdict.UltrasoundWrong => "ultrasound disagrees",
        FusionVerdict.CamerasWrong => "cameras disagree",
        FusionVerdict.Undecided => "measures disagree",
        FusionVerdict.Agree => FormattableString.Invariant($"agree (p {PValue:F2})"),
        _ => string.Empty,
    };
}
