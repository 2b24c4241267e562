using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Isolux.Campaign.Planning;

/// <summary>A row of the program with its price. Travel is rounded to whole minutes per deployment, data taking per row.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Source">Source.</param>
/// <param name="Systems">Systems, in the order of use.</param>
/// <param name="Points">Acquisitions.</param>
/// <param name="TravelMinutes">Travel, whole min.</param>
/// <param name="DataMinutes">Data taking, whole min.</param>
/// <param name="Basis">The least firm basis of its travel times.</param>
public sealed record PlanRow(
    string Name,
    string Source,
    ImmutableArray<string> Systems,
    int Points,
    int TravelMinutes,
    int DataMinutes,
    TravelBasis Basis)
{
    /// <summary>Travel and data taking, min.</summary>
    [JsonIgnore]
    public int TotalMinutes => TravelMinutes + DataMinutes;
}
