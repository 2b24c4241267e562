using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Runs;

/// <summary>Does the work of a run.</summary>
/// <param name="request">The run.</param>
/// <param name="constantsFile">Store the constants are published into; it may hold those of an interrupted run with the same inputs.</param>
/// <param name="progress">Told how far each stage is.</param>
/// <param name="cancellation">Stops the run.</param>
internal delegate RunOutcome CalibrationRun(RunRequest request, string constantsFile, IProgress<RunStage> progress, CancellationToken cancellation);
