using Parquet;

namespace Isolux.Storage.Events;

/// <summary>Values of one column waiting for their row group.</summary>
internal interface IColumnBuffer
{
    /// <summary>Writes the values as the next column of a row group.</summary>
    void Write(ParquetRowGroupWriter group, TableColumn column);

    /// <summary>Forgets the values and keeps the memory.</summary>
    void Clear();
}
