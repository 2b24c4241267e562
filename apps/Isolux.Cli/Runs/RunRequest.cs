using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Runs;

/// <summary>A calibration run, everything read and checked.</summary>
/// <param name="Detector">The detector after overlays.</param>
/// <param name="Plan">The campaign expanded for it.</param>
/// <param name="Inputs">What decides the result.</param>
/// <param name="Threads">Threads to use.</param>
internal sealed record RunRequest(DetectorDescription Detector, ExpandedPlan Plan, RunInputs Inputs, int Threads);
