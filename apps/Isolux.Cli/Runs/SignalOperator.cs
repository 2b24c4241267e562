using Isolux.Campaign.Engine;

namespace Isolux.Cli.Runs;

/// <summary>The operator at a terminal: a signal leaves the run with a checkpoint.</summary>
internal sealed class SignalOperator(CancellationToken signal) : IOperator
{
    public OperatorRequest Poll(EngineState state, TimeSpan elapsed) => signal.IsCancellationRequested ? OperatorRequest.Leave : OperatorRequest.None;
}
