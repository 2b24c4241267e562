using Isolux.Campaign.Engine;

namespace Isolux.SimulatedHardware;

/// <summary>An operator who asks for nothing.</summary>
public sealed class UninterruptedOperator : IOperator
{
    private UninterruptedOperator()
    {
    }

    /// <summary>The only one.</summary>
    public static UninterruptedOperator Instance { get; } = new();

    /// <inheritdoc/>
    public OperatorRequest Poll(EngineState state, TimeSpan elapsed) => OperatorRequest.None;
}
