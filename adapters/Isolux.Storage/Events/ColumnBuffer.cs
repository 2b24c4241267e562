using System.Buffers;
using Parquet;

namespace Isolux.Storage.Events;

/// <summary>Values of one column waiting for their row group.</summary>
internal sealed class ColumnBuffer<T> : IColumnBuffer
    where T : struct
{
    private readonly ArrayBufferWriter<T> _values = new();

    public int Count => _values.WrittenCount;

    public void Add(T value)
    {
        _values.GetSpan(1)[0] = value;
        _values.Advance(1);
    }

    public void Add(ReadOnlySpan<T> values) => _values.Write(values);

    public void AddRepeated(T value, int count)
    {
        _values.GetSpan(count)[..count].Fill(value);
        _values.Advance(count);
    }

    public void Write(ParquetRowGroupWriter group, TableColumn column) =>
        group.WriteAsync(column.Field, _values.WrittenMemory, null, new Dictionary<string, string> { ["unit"] = column.Unit }).GetAwaiter().GetResult();

    public void Clear() => _values.ResetWrittenCount();
}
