using System.Globalization;

namespace Isolux.Reporting;

/// <summary>A value and its standard error, written the short way: 2.62(2) for 2.62 +- 0.02.</summary>
internal readonly record struct Measured(double Value, double Error)
{
    /// <summary>Distance to a published value in units of both errors; NaN where neither is known.</summary>
    public double PullTo(Measured published)
    {
        double variance = (Error * Error) + (published.Error * published.Error);
        return variance > 0 ? (Value - published.Value) / Math.Sqrt(variance) : double.NaN;
    }

    public override string ToString()
    {
        if (!double.IsFinite(Value))
        {
            return "\u2013";
        }

        if (!(Error > 0) || !double.IsFinite(Error))
        {
            return Value.ToString("G4", CultureInfo.InvariantCulture);
        }

        // One significant digit of the error; rounding up may carry it to 10, which is one digit fewer.
        int digits = Math.Clamp(-(int)Math.Floor(Math.Log10(Error)), 0, 9);
        double last = Math.Round(Error * Math.Pow(10, digits));
        if (last >= 10 && digits > 0)
        {
            digits--;
            last = Math.Round(Error * Math.Pow(10, digits));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Value.ToString($"F{digits}", CultureInfo.InvariantCulture)}({last:F0})");
    }
}
