using Isolux.Events.Hits;

namespace Isolux.Cli.Commands;

/// <summary>What <c>isolux simulate events --json</c> prints.</summary>
/// <param name="FormatVersion">Version of this object: 1.</param>
/// <param name="Folder">Folder of the events.</param>
/// <param name="Run">What was simulated.</param>
/// <param name="Events">Events in the folder.</param>
/// <param name="Hits">Hits in the folder.</param>
/// <param name="ResumedEvents">Events that an interrupted start, or a complete one, had left there.</param>
/// <param name="EventsPerSecond">Speed of this start; null where nothing was left to do.</param>
internal sealed record SimulateEventsReport(int FormatVersion, string Folder, EventRun Run, long Events, long Hits, long ResumedEvents, double? EventsPerSecond);
