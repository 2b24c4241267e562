using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Numbers of one kind with their common source. The unit stands in the key that holds them.</summary>
/// <param name="Values">The numbers, in the unit of the key.</param>
/// <param name="Source">The paper, data sheet or reasoning they come from.</param>
/// <param name="Assumption">True where nobody published them; reports list it.</param>
public sealed record MeasuredList(ImmutableArray<double> Values, string Source, bool Assumption = false);
