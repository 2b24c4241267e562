using System.Collections.Immutable;

namespace Isolux.Calibration.Pairs;

/// <summary>What a selection of pairs found.</summary>
/// <param name="Pairs">The pairs, in order of the delayed event.</param>
/// <param name="PromptCount">Events in the prompt window of charge.</param>
/// <param name="DelayedCount">Events in the delayed window of charge.</param>
/// <param name="AccidentalCount">Accidental pairs among <paramref name="Pairs"/> estimated from off-time windows.</param>
/// <param name="AccidentalCountError">Statistical error of the estimate.</param>
/// <param name="RunTimeS">Length of the run, s.</param>
public sealed record PairSelectionResult(
    ImmutableArray<EventPair> Pairs, int PromptCount, int DelayedCount, double AccidentalCount, double AccidentalCountError, double RunTimeS)
{
    /// <summary>Accidental over all selected pairs.</summary>
    public double AccidentalFraction => Pairs.IsEmpty ? 0.0 : AccidentalCount / Pairs.Length;

    /// <summary>Rate of accidental pairs, Hz.</summary>
    public double AccidentalRateHz => AccidentalCount / RunTimeS;
}
