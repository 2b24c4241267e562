using Isolux.Detector;

namespace Isolux.Storage.Events;

/// <summary>The columns of one row group.</summary>
internal readonly struct GroupRows(ParquetTableReader reader, int group, CancellationToken cancellation)
{
    private readonly int _rows = reader.RowsOf(group);

    /// <summary>A column.</summary>
    /// <exception cref="InvalidSpecificationException">It cannot be read.</exception>
    public T[] Read<T>(string column)
        where T : struct
    {
        var values = new T[_rows];
        reader.Read<T>(group, column, values, cancellation);
        return values;
    }

    /// <summary>A column of finite numbers.</summary>
    /// <exception cref="InvalidSpecificationException">It cannot be read, or holds NaN or infinity.</exception>
    public float[] ReadFiniteSingle(string column)
    {
        float[] values = Read<float>(column);
        return HitCheck.FirstNotFinite(values) is >= 0 and var row ? throw NotFinite(column, row, values[row]) : values;
    }

    /// <summary>A column of finite numbers.</summary>
    /// <exception cref="InvalidSpecificationException">It cannot be read, or holds NaN or infinity.</exception>
    public double[] ReadFinite(string column)
    {
        double[] values = Read<double>(column);
        return Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var row ? throw NotFinite(column, row, values[row]) : values;
    }

    private InvalidSpecificationException NotFinite(string column, int row, double value) =>
        reader.Fault(ParquetTableReader.Place(group, column, row), $"{value}", "it is not finite", "correct the value and write the file again");
}
