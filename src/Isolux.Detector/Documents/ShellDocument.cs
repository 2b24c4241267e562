namespace Isolux.Detector.Documents;

/// <summary>A shell: its medium and its outer radius in m.</summary>
/// <param name="Medium">Name of a medium of the document.</param>
/// <param name="OuterRadiusM">Outer radius, m.</param>
public sealed record ShellDocument(string Medium, Measured OuterRadiusM);
