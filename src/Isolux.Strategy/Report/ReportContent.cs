using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Strategy.Provenance;

namespace Isolux.Strategy.Report;

/// <summary>Everything a report shows.</summary>
/// <param name="Outcome">What the run computed; the section of a part that was not computed is left out.</param>
/// <param name="Manifest">Where it comes from; its end is the date of the report.</param>
/// <param name="Assumptions">Values of the detector nobody published.</param>
public sealed record ReportContent(RunOutcome Outcome, RunManifest Manifest, ImmutableArray<Assumption> Assumptions);
