using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Large photosensors in equally spaced slots on rings of constant polar angle.</summary>
/// <param name="Table">CSV table with the columns thetaDegrees, radiusM, slots, sensors: the sensors of a ring are its slots less those lost to support nodes.</param>
/// <param name="Counts">How many sensors of each type, spread evenly; they add up to the rings' sensors.</param>
/// <param name="HoleRadiusM">No sensor's centre lies closer to the vertical axis, m.</param>
public sealed record RingLayoutDocument(string Table, ImmutableSortedDictionary<string, MeasuredCount> Counts, Measured HoleRadiusM);
