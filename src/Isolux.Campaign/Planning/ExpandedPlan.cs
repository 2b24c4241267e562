using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Conditions;

namespace Isolux.Campaign.Planning;

/// <summary>A campaign as explicit steps: this is saved with a run and is what runs. Printing, pricing, checking and simulating read it.</summary>
/// <param name="Name">Name of the campaign.</param>
/// <param name="Run">Run number.</param>
/// <param name="Detector">Name of the detector.</param>
/// <param name="Rows">Rows of the program with their price.</param>
/// <param name="Steps">All steps, in order.</param>
public sealed record ExpandedPlan(
    string Name,
    int Run,
    string Detector,
    ImmutableArray<PlanRow> Rows,
    ImmutableArray<PlanStep> Steps)
{
    /// <summary>Sum of the rows' rounded travel, min.</summary>
    [JsonIgnore]
    public int TravelMinutes => Rows.Sum(row => row.TravelMinutes);

    /// <summary>Sum of the rows' rounded data taking, min.</summary>
    [JsonIgnore]
    public int DataMinutes => Rows.Sum(row => row.DataMinutes);

    /// <summary>Travel and data taking, min.</summary>
    [JsonIgnore]
    public int TotalMinutes => TravelMinutes + DataMinutes;

    /// <summary>SHA-256 (hex) of <see cref="ToJson"/>: two plans with the same digest are the same plan.</summary>
    [JsonIgnore]
    public string Digest => CanonicalJson.Digest(ToJson());

    /// <summary>The plan as canonical JSON (UTF-8).</summary>
    public byte[] ToJson() => CanonicalJson.Serialize(this);

    /// <summary>The points at which a source takes data, in plan order; acquisitions at the same place by the same system are one point.</summary>
    public ImmutableArray<CalibrationPoint> PointsOf(string source) =>
    [
        .. Steps.Where(step => step.Kind == StepKind.TakeData && step.Source == source)
            .GroupBy(step => (step.System, step.Position))
            .Select(point => new CalibrationPoint(
                point.Key.System, point.Key.Position, point.Sum(step => step.DataMinutes), point.Sum(step => step.Events))),
    ];
}
