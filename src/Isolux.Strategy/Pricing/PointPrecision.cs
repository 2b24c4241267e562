using Isolux.Quantities;

namespace Isolux.Strategy.Pricing;

/// <summary>How precisely a plan will know the peak of a source at a point.</summary>
/// <param name="System">System that carries the source.</param>
/// <param name="Source">Source.</param>
/// <param name="Position">Where.</param>
/// <param name="Events">Events of the source.</param>
/// <param name="WholeFraction">Fraction of them that leave all their energy in the scintillator and make the peak.</param>
/// <param name="PeakErrorPercent">Statistical error of the peak, percent; null where too few events are whole.</param>
public sealed record PointPrecision(string System, string Source, Position Position, int Events, double WholeFraction, double? PeakErrorPercent);
