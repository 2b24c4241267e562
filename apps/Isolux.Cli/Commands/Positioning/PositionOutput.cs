using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Strategy.Report;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>How located sources are shown.</summary>
internal sealed class PositionOutput(CommandContext context, string? folder)
{
    private const double MmPerM = 1000.0;
    private readonly CalibrationOutput? _files = folder is null ? null : new CalibrationOutput(folder, context);

    /// <summary>Makes sure that results can be written, before anything is computed.</summary>
    public void Prepare() => _files?.Prepare();

    /// <summary>Writes, prints and judges: exit code 1 where no source was located.</summary>
    public int Finish<T>(T report, ImmutableArray<SourceReport> sources, PositionPicture picture, bool json, Action head)
    {
        _files?.Write(figures => figures.Positions(picture), report);
        if (json)
        {
            context.PrintJson(report);
        }
        else
        {
            head();
            Print(sources);
        }

        if (sources.Any(source => (source.Fused?.Place ?? source.Place) is not null))
        {
            return (int)ExitCode.Done;
        }

        context.Say($"no source was located (the first because {sources[0].RefusedBecause ?? "its measures disagree"}) check the measures and the positions the detector declares.");
        return (int)ExitCode.Failed;
    }

    /// <summary>Radius of the vessel for pictures, m.</summary>
    public static double RadiusM(DetectorDescription detector) =>
        (detector.Geometry?.Shells[0].OuterRadiusMm ?? detector.Positioning!.Ultrasound!.Receivers.Max(receiver => receiver.Position.RadiusMm)) / MmPerM;

    private void Print(ImmutableArray<SourceReport> sources)
    {
        bool fused = sources.Any(source => source.Fused is not null);
        var table = new ResultTable([
            "source", "x (m)", "y (m)", "z (m)", "errors (cm)", "ellipsoid (cm)", "chi2/ndf", "left out",
            .. fused ? new[] { "with all measures (m)", "errors (cm)", "verdict" } : []]);
        foreach (SourceReport source in sources)
        {
            string[] own = source.Place is { } place
                ? [source.Name, M(place.PositionM[0]), M(place.PositionM[1]), M(place.PositionM[2]), Cm(place.ErrorsM), Cm([.. place.Ellipsoid.Select(axis => axis.SigmaM)]), FormattableString.Invariant($"{place.Chi2:F1}/{place.Ndf}"), LeftOut(source)]
                : [source.Name, "-", "-", "-", "-", "-", "-", source.RefusedBecause ?? string.Empty];
            string[] all = source.Fused is { Place: { } together } fusion
                ? [string.Join(' ', together.PositionM.Select(M)), Cm(together.ErrorsM), fusion.Summary]
                : ["-", "-", source.Fused?.Summary ?? string.Empty];
            table.Add([.. own, .. fused ? all : []]);
        }

        table.Print(context.Terminal);
    }

    private static string LeftOut(SourceReport source) =>
        string.Join(' ', source.Measures.Where(measure => measure.Use == Campaign.Positioning.MeasureUse.Rejected).Select(measure => measure.Name));

    private static string M(double metres) => FormattableString.Invariant($"{metres:F3}");

    private static string Cm(ImmutableArray<double> metres) => string.Join(' ', metres.Select(value => FormattableString.Invariant($"{100 * value:F1}")));
}
