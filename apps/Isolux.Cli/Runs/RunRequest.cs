using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Resolution;

namespace Isolux.Cli.Runs;

/// <summary>A calibration run, everything read and checked.</summary>
/// <param name="Detector">The detector after overlays.</param>
/// <param name="Plan">The campaign expanded for it.</param>
/// <param name="Variations">Varied detectors of the later rows of the resolution table; empty but in full runs.</param>
/// <param name="Inputs">What decides the result.</param>
/// <param name="Threads">Threads to use.</param>
internal sealed record RunRequest(DetectorDescription Detector, ExpandedPlan Plan, ImmutableArray<DetectorVariation> Variations, RunInputs Inputs, int Threads);
