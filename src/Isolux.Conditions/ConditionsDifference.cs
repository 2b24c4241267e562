using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>Runs over which two global tags give different payloads of one type, and how their headline values differ.</summary>
/// <param name="PayloadType">Type name of the payload.</param>
/// <param name="Runs">Runs of the difference.</param>
/// <param name="Left">Payload of the first global tag; null where it has none.</param>
/// <param name="Right">Payload of the second global tag; null where it has none.</param>
/// <param name="Headlines">Headline values side by side; empty where one side has no payload.</param>
public sealed record ConditionsDifference(
    string PayloadType,
    Iov Runs,
    PayloadId? Left,
    PayloadId? Right,
    ImmutableArray<HeadlineDifference> Headlines);
