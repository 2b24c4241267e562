using Isolux.Campaign.Planning;

namespace Isolux.Cli.Commands;

/// <summary>A row of a planned program, as <c>isolux plan --json</c> prints it.</summary>
/// <param name="Row">Name of the row in published tables.</param>
/// <param name="System">Systems in the order of use, joined by +.</param>
/// <param name="Source">Source as the detector declares it.</param>
/// <param name="Points">Acquisitions.</param>
/// <param name="TravelMinutes">Travel, whole min.</param>
/// <param name="DataMinutes">Data taking, whole min.</param>
/// <param name="TotalMinutes">Both, min.</param>
/// <param name="Basis">Where the travel times come from.</param>
internal sealed record PlanRowReport(string Row, string System, string Source, int Points, int TravelMinutes, int DataMinutes, int TotalMinutes, TravelBasis Basis)
{
    public static PlanRowReport Of(PlanRow row) => new(
        row.Name, string.Join('+', row.Systems), row.Source, row.Points, row.TravelMinutes, row.DataMinutes, row.TotalMinutes, row.Basis);
}
