using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>A quantity over a vertical plane through the centre, on cells of a square grid.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Label">The quantity with its unit.</param>
/// <param name="StepM">Edge of a cell, m.</param>
/// <param name="RadiusM">Radius of the vessel, m.</param>
/// <param name="Cells">Cells that have a value.</param>
public sealed record PlanePicture(string Title, string Label, double StepM, double RadiusM, ImmutableArray<PlaneCell> Cells);
