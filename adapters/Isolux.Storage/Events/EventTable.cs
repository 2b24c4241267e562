using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;

namespace Isolux.Storage.Events;

/// <summary>The tables of event data: one Parquet file each.</summary>
/// <param name="Name">Name of the table; the file is <c>NAME.parquet</c>.</param>
/// <param name="Columns">Columns in their order.</param>
internal sealed record EventTable(string Name, ImmutableArray<TableColumn> Columns)
{
    /// <summary>One row per hit, in the order of events.</summary>
    public static EventTable Hits { get; } = new(
        "hits",
        [
            new("event_number", typeof(uint), "number in the run"),
            new("channel", typeof(int), "index of the channel", EncodingHint.DeltaBinaryPacked),
            new("charge_pe", typeof(float), "PE", EncodingHint.ByteSplitStream),
            new("time_ns", typeof(float), "ns", EncodingHint.ByteSplitStream),
        ]);

    /// <summary>One row per triggered event, by rising number.</summary>
    public static EventTable Events { get; } = new(
        "events",
        [
            new("event_number", typeof(uint), "number in the run"),
            new("trigger_time_ns", typeof(double), "ns"),
            new("hit_count", typeof(int), "hits"),
        ]);

    /// <summary>One row per simulated event.</summary>
    public static EventTable Truth { get; } = new(
        "truth",
        [
            new("event_number", typeof(uint), "number in the run"),
            new("x_mm", typeof(double), "mm"),
            new("y_mm", typeof(double), "mm"),
            new("z_mm", typeof(double), "mm"),
            new("kinetic_energy_mev", typeof(double), "MeV"),
            new("deposited_mev", typeof(double), "MeV"),
            new("lpmt_photo_electrons", typeof(int), "PE"),
            new("start_time_ns", typeof(double), "ns"),
        ]);

    /// <summary>One row per reconstructed event.</summary>
    public static EventTable Reconstructed { get; } = new(
        "reconstructed",
        [
            new("event_number", typeof(uint), "number in the run"),
            new("status", typeof(int), "0 converged, 1 too few hits, 2 not converged, 3 at boundary"),
            new("x_mm", typeof(double), "mm"),
            new("y_mm", typeof(double), "mm"),
            new("z_mm", typeof(double), "mm"),
            new("vertex_error_mm", typeof(double), "mm"),
            new("energy_mev", typeof(double), "MeV"),
            new("energy_error_mev", typeof(double), "MeV"),
            new("time_ns", typeof(double), "ns"),
            new("charge_pe", typeof(double), "PE"),
        ]);

    /// <summary>Name of the file in its folder.</summary>
    public string FileName => Name + ".parquet";

    /// <summary>The table in terms of the format.</summary>
    public ParquetSchema Schema { get; } = new(Columns.Select(column => column.Field));

    /// <summary>How the file is written. Dictionaries of numbers would cost time and save nothing.</summary>
    public ParquetOptions WritingOptions()
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, DictionaryEncodingThreshold = 0 };
        foreach (TableColumn column in Columns)
        {
            options.ColumnEncodingHints[column.Name] = column.Encoding;
        }

        return options;
    }
}
