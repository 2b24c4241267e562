using System.Collections.Immutable;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>Faults as declared in a document.</summary>
/// <param name="FormatVersion">Version of the document's format; 1.</param>
/// <param name="Faults">What goes wrong.</param>
public sealed record FaultDocument(int FormatVersion, ImmutableArray<Fault> Faults);
