using System.Collections.Immutable;

namespace Isolux.Strategy.Capsules;

/// <summary>Light of a line that its capsule and fixture take.</summary>
/// <param name="Bias">Peak with them over peak without, minus 1.</param>
/// <param name="Parts">By the body that light met first: its name, the fraction of light that met it and its share of the bias.</param>
public sealed record Shadowing(MeasuredPercent Bias, ImmutableArray<ShadowingPart> Parts);
