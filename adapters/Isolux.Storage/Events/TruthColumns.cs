using Isolux.Events.Hits;

namespace Isolux.Storage.Events;

/// <summary>Rows of the table of truth waiting for their row group.</summary>
internal sealed class TruthColumns
{
    private readonly ColumnBuffer<uint> _eventNumbers = new();
    private readonly ColumnBuffer<double> _xMm = new();
    private readonly ColumnBuffer<double> _yMm = new();
    private readonly ColumnBuffer<double> _zMm = new();
    private readonly ColumnBuffer<double> _kineticEnergiesMeV = new();
    private readonly ColumnBuffer<double> _depositedMeV = new();
    private readonly ColumnBuffer<int> _photoElectrons = new();
    private readonly ColumnBuffer<double> _startTimesNs = new();

    public TruthColumns() => All = [_eventNumbers, _xMm, _yMm, _zMm, _kineticEnergiesMeV, _depositedMeV, _photoElectrons, _startTimesNs];

    public IReadOnlyList<IColumnBuffer> All { get; }

    public void Add(EventTruth truth)
    {
        _eventNumbers.Add(truth.EventNumber);
        _xMm.Add(truth.Vertex.XMm);
        _yMm.Add(truth.Vertex.YMm);
        _zMm.Add(truth.Vertex.ZMm);
        _kineticEnergiesMeV.Add(truth.KineticEnergyMeV);
        _depositedMeV.Add(truth.DepositedMeV);
        _photoElectrons.Add(truth.LpmtPhotoElectrons);
        _startTimesNs.Add(truth.StartTimeNs);
    }
}
