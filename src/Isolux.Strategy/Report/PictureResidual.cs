namespace Isolux.Strategy.Report;

/// <summary>A residual of one measure of a located source.</summary>
/// <param name="Fix">Number of the source, from 0.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Pull">Residual over its error.</param>
/// <param name="Use">Whether it entered the place.</param>
public sealed record PictureResidual(int Fix, string Measure, double Pull, Campaign.Positioning.MeasureUse Use);
