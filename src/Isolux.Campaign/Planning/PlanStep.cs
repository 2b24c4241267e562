using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>One explicit step of a plan. For Deploy and Move the position is where the source arrives; for Retract the last point.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Row">Row of the program it belongs to.</param>
/// <param name="System">Deployment system.</param>
/// <param name="Source">Source.</param>
/// <param name="XMm">Position, mm.</param>
/// <param name="YMm">Position, mm.</param>
/// <param name="ZMm">Position, mm.</param>
/// <param name="TravelMinutes">Travel, min.</param>
/// <param name="DataMinutes">Data taking, min.</param>
/// <param name="Events">Events expected at the source's rate.</param>
/// <param name="Basis">Where the travel time comes from.</param>
public sealed record PlanStep(
    StepKind Kind,
    string Row,
    string System,
    string Source,
    double XMm,
    double YMm,
    double ZMm,
    double TravelMinutes,
    double DataMinutes,
    int Events,
    TravelBasis Basis)
{
    /// <summary>The position.</summary>
    [JsonIgnore]
    public Position Position => new(XMm, YMm, ZMm);
}
