namespace Isolux.Campaign.Engine;

/// <summary>Who may interrupt a run; asked at every sign of life.</summary>
public interface IOperator
{
    /// <summary>The next request.</summary>
    /// <param name="state">What the engine does.</param>
    /// <param name="elapsed">Time since the start of the run.</param>
    OperatorRequest Poll(EngineState state, TimeSpan elapsed);
}
