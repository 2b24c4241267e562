using System.Buffers.Binary;
using Parquet;

namespace Isolux.Storage.Events;

/// <summary>
/// Writes one table row group by row group. The format wants a footer at the end of a file, so <see cref="Checkpoint"/> writes one, which the next row group
/// overwrites: the bytes of the finished file depend on the row groups alone, not on checkpoints and interruptions.
/// </summary>
internal sealed class ParquetTableWriter : IDisposable
{
    private const int TailBytes = 8; // length of the footer and the magic word

    private readonly EventTable _table;
    private readonly IReadOnlyDictionary<string, string> _metadata;
    private readonly FileStream _stream;
    private ParquetWriter? _writer;

    /// <summary>Opens a file and brings it back to a mark, or to nothing.</summary>
    public ParquetTableWriter(string path, EventTable table, IReadOnlyDictionary<string, string> metadata, TableMark? mark)
    {
        _table = table;
        _metadata = metadata;
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (mark is not null && _stream.Length < mark.DataBytes)
        {
            _stream.Dispose();
            throw new EndOfStreamException($"{path} has lost bytes that were on disk");
        }

        _stream.SetLength(mark?.DataBytes ?? 0);
        if (mark is not null)
        {
            _stream.Seek(0, SeekOrigin.End);
            _stream.Write(mark.Footer);
        }
    }

    /// <summary>Appends a row group; one column per column of the table.</summary>
    public void Append(IReadOnlyList<IColumnBuffer> columns)
    {
        _writer ??= Open();
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < columns.Count; i++)
        {
            columns[i].Write(group, _table.Columns[i]);
        }
    }

    /// <summary>Makes the file whole and flushes it to the disk.</summary>
    public TableMark Checkpoint()
    {
        Close(_writer ?? Open());
        _writer = null;
        _stream.Flush(flushToDisk: true);
        Span<byte> tail = stackalloc byte[TailBytes];
        _stream.Seek(-TailBytes, SeekOrigin.End);
        _stream.ReadExactly(tail);
        byte[] footer = new byte[BinaryPrimitives.ReadInt32LittleEndian(tail) + TailBytes];
        _stream.Seek(-footer.Length, SeekOrigin.End);
        _stream.ReadExactly(footer);
        return new TableMark(_table.Name, _stream.Length - footer.Length, footer);
    }

    /// <summary>Closes the file as it is; what came after the last checkpoint is lost.</summary>
    public void Dispose() => _stream.Dispose();

    private ParquetWriter Open()
    {
        _stream.Seek(0, SeekOrigin.Begin);
        ParquetWriter writer = ParquetWriter.CreateAsync(_table.Schema, _stream, _table.WritingOptions(), append: _stream.Length > 0).GetAwaiter().GetResult();
        writer.CustomMetadata = _metadata;
        return writer;
    }

    private static void Close(ParquetWriter writer) => writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
