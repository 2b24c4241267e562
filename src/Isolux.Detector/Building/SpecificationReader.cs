using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Building;

/// <summary>Takes values out of a document and gathers every fault of meaning instead of stopping at the first.</summary>
internal sealed class SpecificationReader(ImmutableDictionary<string, DataTable> tables, Func<string, string> fileOf)
{
    private readonly ImmutableArray<SpecificationFault>.Builder _faults = ImmutableArray.CreateBuilder<SpecificationFault>();

    /// <summary>Records a fault.</summary>
    public void Fault(string path, string? value, string why, string suggestion) =>
        _faults.Add(new SpecificationFault(fileOf(path), path, value, why, suggestion));

    /// <summary>Throws what has been gathered, if anything.</summary>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidSpecificationException(_faults.ToImmutable());
        }
    }

    /// <summary>A value above 0.</summary>
    public double Positive(Measured measured, string path) => Require(measured, path, measured.Value > 0, "it must be above 0");

    /// <summary>A value of 0 or more.</summary>
    public double NonNegative(Measured measured, string path) => Require(measured, path, measured.Value >= 0, "it must not be negative");

    /// <summary>A value in [minimum, maximum].</summary>
    public double Within(Measured measured, string path, double minimum, double maximum) =>
        Require(measured, path, measured.Value >= minimum && measured.Value <= maximum, FormattableString.Invariant($"it must lie between {minimum} and {maximum}"));

    /// <summary>Any finite value.</summary>
    public double Any(Measured measured, string path) => Require(measured, path, true, string.Empty);

    /// <summary>A count above 0.</summary>
    public int Positive(MeasuredCount measured, string path)
    {
        RequireSource(measured.Source, path);
        if (measured.Value <= 0)
        {
            Fault(path + ".value", FormattableString.Invariant($"{measured.Value}"), "a count must be above 0", "correct the number");
        }

        return measured.Value;
    }

    /// <summary>A list of values, each in [minimum, maximum].</summary>
    public ImmutableArray<double> Within(MeasuredList measured, string path, double minimum, double maximum)
    {
        RequireSource(measured.Source, path);
        for (int i = 0; i < measured.Values.Length; i++)
        {
            double value = measured.Values[i];
            if (!(value >= minimum && value <= maximum))
            {
                string why = FormattableString.Invariant($"it must lie between {minimum} and {maximum}");
                Fault(FormattableString.Invariant($"{path}.values[{i}]"), FormattableString.Invariant($"{value}"), why, "correct the value or check its unit");
            }
        }

        return measured.Values;
    }

    /// <summary>The columns of a table, in the order asked for; null (and a fault) where one is missing.</summary>
    public ImmutableArray<double>[]? Columns(string table, string path, params ReadOnlySpan<string> columns)
    {
        if (!tables.TryGetValue(table, out DataTable? data))
        {
            Fault(path, $"\"{table}\"", "no such table was read", "name a CSV file of the detector's folder");
            return null;
        }

        var found = new ImmutableArray<double>[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            if (data.Find(columns[i]) is not { } values)
            {
                Fault(path, $"\"{table}\"", $"the table has no column '{columns[i]}'", "its columns are " + string.Join(", ", data.Columns));
                return null;
            }

            found[i] = values;
        }

        return found;
    }

    /// <summary>Whether a table was read and has a column.</summary>
    public bool HasColumn(string table, string column) => tables.TryGetValue(table, out DataTable? data) && data.Find(column) is not null;

    /// <summary>A curve from a constant or a table; null (and a fault) where it is neither or both.</summary>
    public SampledCurve? Curve(
        CurveDocument document,
        string path,
        string abscissa,
        string column,
        double minimum,
        double maximum,
        CurveInterpolation interpolation = CurveInterpolation.Linear)
    {
        if (document.Value.HasValue == document.Table is not null)
        {
            Fault(path, null, "a curve is either a value or a table", "give one of 'value' and 'table'");
            return null;
        }

        if (document.Value is { } constant)
        {
            RequireSource(document.Source, path);
            return InRange([constant], path + ".value", minimum, maximum) ? SampledCurve.Constant(constant) : null;
        }

        if (Columns(document.Table!, path + ".table", abscissa, column) is not [var x, var y] || !InRange(y, path + ".table", minimum, maximum))
        {
            return null;
        }

        try
        {
            return new SampledCurve(x.AsSpan(), y.AsSpan(), interpolation);
        }
        catch (ArgumentException exception)
        {
            Fault(path + ".table", $"\"{document.Table}\"", $"column '{column}': {exception.Message.TrimEnd('.')}", "correct the table");
            return null;
        }
    }

    /// <summary>Records a fault where a source is empty.</summary>
    public void RequireSource(string? source, string path)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            Fault(path + ".source", null, "every value needs a source", "name the paper, data sheet or reasoning");
        }
    }

    private bool InRange(ImmutableArray<double> values, string path, double minimum, double maximum)
    {
        foreach (double value in values)
        {
            if (!(value >= minimum && value <= maximum))
            {
                string why = FormattableString.Invariant($"every value must lie between {minimum} and {maximum}");
                Fault(path, FormattableString.Invariant($"{value}"), why, "correct the value or check its unit");
                return false;
            }
        }

        return true;
    }

    private double Require(Measured measured, string path, bool holds, string why)
    {
        RequireSource(measured.Source, path);
        if (!holds || !double.IsFinite(measured.Value))
        {
            Fault(path + ".value", FormattableString.Invariant($"{measured.Value}"), why, "correct the value or check its unit");
        }

        return measured.Value;
    }
}
