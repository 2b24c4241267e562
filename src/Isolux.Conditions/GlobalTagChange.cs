namespace Isolux.Conditions;

/// <summary>One step in the life of a global tag.</summary>
public sealed record GlobalTagChange(GlobalTagState State, ChangeNote Note);
