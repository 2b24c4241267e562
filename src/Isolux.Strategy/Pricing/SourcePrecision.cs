namespace Isolux.Strategy.Pricing;

/// <summary>How precisely a plan will know the line of a source over all its points.</summary>
/// <param name="Source">Source.</param>
/// <param name="EnergyMeV">Energy of its gammas together, MeV.</param>
/// <param name="WidthPercent">Expected relative width of its peak at the centre, percent.</param>
/// <param name="Points">Points with a peak.</param>
/// <param name="CentreErrorPercent">Statistical error of the peak at the centre, percent: that of the light yield for capture on hydrogen, of a point of the non-linearity for others; null where none is there.</param>
/// <param name="MedianErrorPercent">Median over the points, percent.</param>
/// <param name="LargestErrorPercent">Largest of the points, percent.</param>
public sealed record SourcePrecision(
    string Source, double EnergyMeV, double WidthPercent, int Points, double? CentreErrorPercent, double MedianErrorPercent, double LargestErrorPercent);
