using System.Net;
using System.Text;
using Isolux.Sensitivity.Studies;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;

namespace Isolux.Reporting.Html;

/// <summary>The words and tables of what a calibration does to the mass ordering.</summary>
internal static class SensitivitySection
{
    public static string Write(SensitivitySummary sensitivity)
    {
        string published = sensitivity.PublishedDeltaChi2 is { } range ? $" Published: {range.LowDeltaChi2:F1} to {range.HighDeltaChi2:F1}." : string.Empty;
        var orderings = new HtmlTable("true ordering", "Δχ² (wrong − right)");
        orderings.Add("normal", $"{new Measured(sensitivity.DeltaChi2.NormalDeltaChi2, sensitivity.DeltaChi2.NormalError)}");
        orderings.Add("inverted", $"{new Measured(sensitivity.DeltaChi2.InvertedDeltaChi2, sensitivity.DeltaChi2.InvertedError)}");
        PrecisionSummary precision = sensitivity.PrecisionPercent;
        var parameters = new HtmlTable("parameter", "relative error (%)", "shift by the bias of the scale (%)");
        ReleaseShift? shift = sensitivity.ScaleBias;
        parameters.Add("sin²θ₁₂", $"{precision.Sin2Theta12Percent:F2}", Shift(shift?.Sin2Theta12Percent));
        parameters.Add("sin²θ₁₃", $"{precision.Sin2Theta13Percent:F1}", Shift(shift?.Sin2Theta13Percent));
        parameters.Add("Δm²₂₁", $"{precision.Dm21Percent:F2}", Shift(shift?.Dm21Percent));
        parameters.Add("Δm²₃₁", $"{precision.Dm31Percent:F2}", Shift(shift?.Dm31Percent));
        var rows = new HtmlTable("row", "ã (%)", "Δχ² (normal ordering)");
        foreach (SensitivityRow row in sensitivity.Rows)
        {
            rows.Add(ResolutionRowNames.Title(row.Name), $"{new Measured(row.ATildePercent, row.ATildeErrorPercent)}", $"{new Measured(row.DeltaChi2, row.DeltaChi2Error)}");
        }

        return new StringBuilder("<h2>What the calibration does to the mass ordering</h2>\n")
            .Append(Paragraph(
                $"Average data of {sensitivity.ExposureYears:0.##} years at full power, with (a, b, c) of the row “{ResolutionRowNames.Title(sensitivity.Row)}” and {Scale(sensitivity)}; "
                + $"every parameter is free in both orderings. Errors are those of (a, b, c).{published}"))
            .Append(orderings)
            .Append(Paragraph(
                $"A perfect correction of the response would gain {new Measured(sensitivity.IdealLossDeltaChi2, sensitivity.IdealLossError ?? double.NaN)} (row “{ResolutionRowNames.Title(ResolutionRowNames.IdealCorrection)}”), "
                + $"a perfectly known energy scale {sensitivity.BandLossDeltaChi2:F2}.{Form(sensitivity)}{Bias(shift)}"))
            .Append(parameters)
            .Append(rows)
            .ToString();
    }

    private static string Scale(SensitivitySummary sensitivity) => sensitivity.NonLinearity is { } model
        ? $"the non-linearity of this run (model {model}) with its covariance"
        : "the declared non-linearity, because this run calibrated none";

    private static string Form(SensitivitySummary sensitivity) => sensitivity.FormLossDeltaChi2 is { } loss
        ? $" Counting the difference to the other model of the same lines as one more error costs {loss:F2}."
        : string.Empty;

    private static string Bias(ReleaseShift? shift) => shift is null
        ? string.Empty
        : $" Data of the simulated true scale of positrons, read with the constants of this run, give {shift.ShiftedDeltaChi2:F2} instead of {shift.DeltaChi2:F2}.";

    private static string Shift(double? percent) => percent is { } value ? $"{value:+0.00;−0.00;0.00}" : "\u2013";

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>\n";
}
