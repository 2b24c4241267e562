using Isolux.Events.Reconstructed;

namespace Isolux.Storage.Events;

/// <summary>Rows of the table of reconstructed events waiting for their row group.</summary>
internal sealed class ReconstructedColumns
{
    private readonly ColumnBuffer<uint> _eventNumbers = new();
    private readonly ColumnBuffer<int> _status = new();
    private readonly ColumnBuffer<double> _xMm = new();
    private readonly ColumnBuffer<double> _yMm = new();
    private readonly ColumnBuffer<double> _zMm = new();
    private readonly ColumnBuffer<double> _vertexErrorsMm = new();
    private readonly ColumnBuffer<double> _energiesMeV = new();
    private readonly ColumnBuffer<double> _energyErrorsMeV = new();
    private readonly ColumnBuffer<double> _timesNs = new();
    private readonly ColumnBuffer<double> _chargesPe = new();

    public ReconstructedColumns() =>
        All = [_eventNumbers, _status, _xMm, _yMm, _zMm, _vertexErrorsMm, _energiesMeV, _energyErrorsMeV, _timesNs, _chargesPe];

    public IReadOnlyList<IColumnBuffer> All { get; }

    public int Count => _eventNumbers.Count;

    public void Add(ReconstructedEvent row)
    {
        _eventNumbers.Add(row.EventNumber);
        _status.Add((int)row.Status);
        _xMm.Add(row.Vertex.XMm);
        _yMm.Add(row.Vertex.YMm);
        _zMm.Add(row.Vertex.ZMm);
        _vertexErrorsMm.Add(row.VertexErrorMm);
        _energiesMeV.Add(row.Energy.MeV);
        _energyErrorsMeV.Add(row.EnergyErrorMeV);
        _timesNs.Add(row.TimeNs);
        _chargesPe.Add(row.ChargePe);
    }
}
