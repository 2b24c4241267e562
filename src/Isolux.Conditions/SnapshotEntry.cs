namespace Isolux.Conditions;

/// <summary>One constant of a snapshot, as a manifest lists it.</summary>
public sealed record SnapshotEntry(string PayloadType, PayloadTag Tag, Iov Iov, PayloadId Payload);
