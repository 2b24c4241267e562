using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using Isolux.Detector;
using Parquet;
using Parquet.Schema;

namespace Isolux.Storage.Events;

/// <summary>Reads a Parquet file column by column; every fault names file, row group and column.</summary>
internal sealed class ParquetTableReader : IDisposable
{
    private const int MagicBytes = 4;
    private const int SmallestFile = (2 * MagicBytes) + sizeof(int);

    // More rows than this in one group would need gigabytes of memory at once.
    private const long LargestGroup = 100_000_000;

    private readonly FileStream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly long[] _rows;

    /// <summary>Opens any Parquet file.</summary>
    /// <exception cref="InvalidSpecificationException">It does not exist or is no whole Parquet file.</exception>
    public ParquetTableReader(string file)
    {
        File = file;
        _stream = OpenStream(file);
        try
        {
            RequireWhole();
            _reader = ParquetReader.CreateAsync(_stream).GetAwaiter().GetResult();
            _fields = _reader.Schema.DataFields;
            _rows = [.. _reader.RowGroups.Select(group => group.RowCount)];
            Metadata = _reader.CustomMetadata;
        }
        catch (Exception exception)
        {
            _stream.Dispose();
            throw exception is InvalidSpecificationException ? exception : Fault("the footer", null, Broken(exception), "write or copy the file again");
        }
    }

    /// <summary>Opens a file that holds one of our tables.</summary>
    /// <exception cref="InvalidSpecificationException">It does not, or not wholly.</exception>
    public ParquetTableReader(string file, EventTable table)
        : this(file)
    {
        try
        {
            EventMetadata.Require(file, Metadata, table);
            foreach (TableColumn column in table.Columns)
            {
                RequireType(column.Name, [column.Type]);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Pairs in the footer.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> ColumnNames => [.. _fields.Select(column => column.Path.ToString())];

    /// <summary>Number of row groups.</summary>
    public int GroupCount => _rows.Length;

    /// <summary>Number of rows in the file.</summary>
    public long RowCount => _rows.Sum();

    /// <summary>Requires a flat column without nulls of one of some types.</summary>
    /// <returns>The type it has.</returns>
    /// <exception cref="InvalidSpecificationException">There is none of the name, or it is of another type.</exception>
    public Type RequireType(string column, IReadOnlyList<Type> types)
    {
        DataField field = Find(column);
        if (field.IsArray || !types.Contains(field.ClrType))
        {
            string expected = string.Join(" or ", types.Select(TableColumn.NameOf));
            throw Fault("column " + column, null, $"its type is {TableColumn.NameOf(field.ClrType)}{(field.IsArray ? " in lists" : string.Empty)}, not {expected}", "write the column with that type");
        }

        return field.ClrType;
    }

    /// <summary>Number of rows of a row group.</summary>
    /// <exception cref="InvalidSpecificationException">It is too large for memory, or no number.</exception>
    public int RowsOf(int group)
    {
        long rows = _rows[group];
        return rows is >= 0 and <= LargestGroup
            ? (int)rows
            : throw Fault(Place(group), $"{rows} rows", $"a row group holds at most {LargestGroup} rows", "write the file with smaller row groups");
    }

    /// <summary>Reads a column of a row group.</summary>
    /// <param name="group">Row group, from 0.</param>
    /// <param name="column">Name of the column, whose type is known to be <typeparamref name="T"/>.</param>
    /// <param name="values">Receives one value per row.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidSpecificationException">The bytes there are no such values, or some are null.</exception>
    public void Read<T>(int group, string column, Memory<T> values, CancellationToken cancellation)
        where T : struct
    {
        DataField field = Find(column);
        try
        {
            ParquetRowGroupReader reader = _reader.OpenRowGroupReader(group);
            if (reader.GetMetadata(field)?.MetaData?.NumValues != values.Length)
            {
                throw new InvalidDataException("the column and its row group differ in length");
            }

            if (field.IsNullable)
            {
                ReadNullable(reader, field, values, cancellation);
            }
            else
            {
                reader.ReadAsync(field, values, null, cancellation).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or InvalidSpecificationException))
        {
            throw Fault(Place(group, column), null, Broken(exception), "write or copy the file again");
        }
    }

    /// <summary>A fault of this file.</summary>
    public InvalidSpecificationException Fault(string place, string? value, string why, string suggestion) =>
        new(new SpecificationFault(File, place, value, why, suggestion));

    /// <summary>Names a row group, a column and a row in a sentence; groups and rows count from 0.</summary>
    public static string Place(int group, string? column = null, int? row = null) => string.Create(
        CultureInfo.InvariantCulture, $"row group {group}{(column is null ? string.Empty : ", column " + column)}{(row is null ? string.Empty : $", row {row}")}");

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    // Values without gaps come first; levels of 1 say that there are no gaps.
    private static void ReadNullable<T>(ParquetRowGroupReader reader, DataField field, Memory<T> values, CancellationToken cancellation)
        where T : struct
    {
        int[] levels = ArrayPool<int>.Shared.Rent(values.Length);
        try
        {
            Memory<int> present = levels.AsMemory(0, values.Length);
            reader.ReadRawAsync(field, values, present, null, cancellation).AsTask().GetAwaiter().GetResult();
            if (present.Span.IndexOfAnyExcept(1) is >= 0 and var row)
            {
                throw new InvalidDataException($"row {row} is null");
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(levels);
        }
    }

    private static string Broken(Exception exception) =>
        $"the file is truncated or damaged: {exception.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}";

    private DataField Find(string column) => Array.Find(_fields, field => field.Path.ToString() == column)
        ?? throw Fault("column " + column, null, "the file has no such column", "its columns are " + string.Join(", ", ColumnNames));

    private FileStream OpenStream(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Fault("the table", null, "the file does not exist", "check the name");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault("the table", null, "it cannot be read: " + exception.Message.TrimEnd('.'), "check its permissions");
        }
    }

    private void RequireWhole()
    {
        if (_stream.Length < SmallestFile)
        {
            throw Fault("the footer", $"{_stream.Length} bytes", "a Parquet file is longer", "write or copy the file again");
        }

        Span<byte> tail = stackalloc byte[sizeof(int) + MagicBytes];
        _stream.ReadExactly(tail[..MagicBytes]);
        bool isParquet = tail[..MagicBytes].SequenceEqual("PAR1"u8);
        _stream.Seek(-tail.Length, SeekOrigin.End);
        _stream.ReadExactly(tail);
        if (!isParquet)
        {
            throw Fault("the first bytes", null, "the file is no Parquet file", "name a Parquet file");
        }

        int footerBytes = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (!tail[sizeof(int)..].SequenceEqual("PAR1"u8) || footerBytes <= 0 || footerBytes > _stream.Length - SmallestFile)
        {
            throw Fault("the footer", null, "the file is truncated: it does not end as Parquet files do", "write or copy the file again");
        }

        _stream.Seek(0, SeekOrigin.Begin);
    }
}
