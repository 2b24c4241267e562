using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Quantities;

namespace Isolux.Storage.Events;

/// <summary>Reads reconstructed events from a folder, one row group at a time.</summary>
public sealed class ParquetReconstructedSource : IDisposable
{
    private readonly ParquetTableReader _reader;

    private ParquetReconstructedSource(string folder)
    {
        _reader = new ParquetTableReader(Path.Combine(folder, EventTable.Reconstructed.FileName), EventTable.Reconstructed);
        (Run, Origin) = EventMetadata.Parse(_reader.File, _reader.Metadata);
    }

    /// <summary>The run that was reconstructed.</summary>
    public EventRun Run { get; }

    /// <summary>What decided the result.</summary>
    public EventOrigin Origin { get; }

    /// <summary>Number of events.</summary>
    public long EventCount => _reader.RowCount;

    /// <summary>Opens a folder of reconstructed events.</summary>
    /// <param name="path">The folder, or the file in it.</param>
    /// <exception cref="InvalidSpecificationException">It is none, or the file is damaged.</exception>
    public static ParquetReconstructedSource Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ParquetReconstructedSource(EventFolder.Find(path));
    }

    /// <summary>Reads all events in their order, one row group at a time.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidSpecificationException">The file is damaged or holds an unknown status.</exception>
    public IEnumerable<ImmutableArray<ReconstructedEvent>> Read(CancellationToken cancellation)
    {
        for (int group = 0; group < _reader.GroupCount; group++)
        {
            yield return ReadGroup(group, cancellation);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _reader.Dispose();

    private ImmutableArray<ReconstructedEvent> ReadGroup(int group, CancellationToken cancellation)
    {
        var rows = new GroupRows(_reader, group, cancellation);
        uint[] numbers = rows.Read<uint>("event_number");
        int[] status = rows.Read<int>("status");
        double[] xMm = rows.Read<double>("x_mm");
        double[] yMm = rows.Read<double>("y_mm");
        double[] zMm = rows.Read<double>("z_mm");
        double[] vertexErrorsMm = rows.Read<double>("vertex_error_mm");
        double[] energiesMeV = rows.ReadFinite("energy_mev");
        double[] energyErrorsMeV = rows.Read<double>("energy_error_mev");
        double[] timesNs = rows.Read<double>("time_ns");
        double[] chargesPe = rows.Read<double>("charge_pe");
        var events = ImmutableArray.CreateBuilder<ReconstructedEvent>(numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!Enum.IsDefined((RecoStatus)status[i]))
            {
                throw _reader.Fault(ParquetTableReader.Place(group, "status", i), $"{status[i]}", "there is no such status", "write the file again");
            }

            events.Add(new ReconstructedEvent(
                numbers[i],
                (RecoStatus)status[i],
                new Position(xMm[i], yMm[i], zMm[i]),
                vertexErrorsMm[i],
                VisibleEnergy.FromMeV(energiesMeV[i]),
                energyErrorsMeV[i],
                timesNs[i],
                chargesPe[i]));
        }

        return events.MoveToImmutable();
    }
}
