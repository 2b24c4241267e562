namespace Isolux.Detector;

/// <summary>A value nobody published, named so that reports can list it: where it stands, what it is, and why it was chosen.</summary>
public sealed record Assumption(string Path, string Value, string Reason);
