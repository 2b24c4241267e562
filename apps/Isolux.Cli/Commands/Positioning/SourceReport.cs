using System.Collections.Immutable;
using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>One located source.</summary>
internal sealed record SourceReport(string Name, PlaceReport? Place, string? RefusedBecause, ImmutableArray<MeasureReport> Measures, FusionReport? Fused)
{
    public static SourceReport From(string name, UltrasoundFix fix, FusedPosition? fused) => new(
        name,
        PlaceReport.From(fix.Fix),
        fix.RefusedBecause,
        [.. fix.Residuals.Select(residual => new MeasureReport(residual.Receiver, residual.Use, ResidualUs: residual.ResidualUs))],
        fused is null ? null : FusionReport.From(fused));

    public static SourceReport From(string name, CameraFix fix, FusedPosition? fused) => new(
        name,
        PlaceReport.From(fix.Fix),
        fix.RefusedBecause,
        [.. fix.Residuals.Select(residual => new MeasureReport(residual.Camera, residual.Use, ResidualUPx: residual.ResidualUPx, ResidualVPx: residual.ResidualVPx))],
        fused is null ? null : FusionReport.From(fused));
}
