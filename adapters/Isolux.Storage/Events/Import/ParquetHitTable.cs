using System.Numerics;

namespace Isolux.Storage.Events.Import;

/// <summary>A user's table of hits as a Parquet file, one row group at a time.</summary>
internal sealed class ParquetHitTable : IHitTable
{
    private static readonly Type[] Integers = [typeof(int), typeof(long), typeof(uint), typeof(short), typeof(ushort), typeof(byte), typeof(sbyte), typeof(ulong)];
    private static readonly Type[] Reals = [typeof(float), typeof(double), .. Integers];

    private readonly ParquetTableReader _reader;
    private readonly HitMapping _mapping;

    // Row groups are mostly of one length; new arrays for each would fill memory faster than it is given back.
    private readonly Dictionary<(string Column, Type Type), Array> _buffers = [];

    public ParquetHitTable(string file, HitMapping mapping)
    {
        _mapping = mapping;
        _reader = new ParquetTableReader(file);
    }

    public IEnumerable<HitRows> Read(CancellationToken cancellation)
    {
        long read = 0;
        for (int group = 0; group < _reader.GroupCount; group++)
        {
            cancellation.ThrowIfCancellationRequested();
            int here = group;
            read += _reader.RowsOf(group);
            yield return new HitRows(
                _mapping.NumberColumn is { } number ? ReadIntegers(group, number, cancellation) : [],
                _mapping.TriggerColumn is { } trigger ? ReadReals(group, trigger, cancellation) : [],
                ReadIntegers(group, _mapping.Document.Channel.Column, cancellation),
                ReadReals(group, _mapping.Document.Charge.Column, cancellation),
                ReadReals(group, _mapping.Document.Time.Column, cancellation),
                (double)read / Math.Max(1, _reader.RowCount),
                (column, row) => ParquetTableReader.Place(here, column, row));
        }
    }

    public void Dispose() => _reader.Dispose();

    private long[] ReadIntegers(int group, string column, CancellationToken cancellation) => ReadAs<long>(group, column, Integers, cancellation);

    private double[] ReadReals(int group, string column, CancellationToken cancellation) => ReadAs<double>(group, column, Reals, cancellation);

    private T[] ReadAs<T>(int group, string column, Type[] types, CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        Type type = _reader.RequireType(column, types);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => Convert<int>(),
            TypeCode.Int64 => Convert<long>(),
            TypeCode.UInt32 => Convert<uint>(),
            TypeCode.Int16 => Convert<short>(),
            TypeCode.UInt16 => Convert<ushort>(),
            TypeCode.Byte => Convert<byte>(),
            TypeCode.SByte => Convert<sbyte>(),
            TypeCode.UInt64 => Convert<ulong>(),
            TypeCode.Single => Convert<float>(),
            _ => Convert<double>(),
        };

        T[] Convert<TFrom>()
            where TFrom : struct, INumber<TFrom>
        {
            TFrom[] values = Buffer<TFrom>(column, _reader.RowsOf(group));
            _reader.Read<TFrom>(group, column, values, cancellation);
            if (values is T[] same)
            {
                return same;
            }

            T[] converted = Buffer<T>(column, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                converted[i] = T.CreateSaturating(values[i]);
            }

            return converted;
        }
    }

    private T[] Buffer<T>(string column, int rows)
    {
        if (_buffers.GetValueOrDefault((column, typeof(T))) is T[] buffer && buffer.Length == rows)
        {
            return buffer;
        }

        buffer = new T[rows];
        _buffers[(column, typeof(T))] = buffer;
        return buffer;
    }
}
