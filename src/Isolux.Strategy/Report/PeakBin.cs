namespace Isolux.Strategy.Report;

/// <summary>One bin of a histogram of photoelectrons.</summary>
/// <param name="FromPe">Lower edge, PE.</param>
/// <param name="ToPe">Upper edge, PE.</param>
/// <param name="Count">Events in it.</param>
/// <param name="ExpectedCount">Events the fit expects in it; NaN outside the fit.</param>
public sealed record PeakBin(double FromPe, double ToPe, long Count, double ExpectedCount);
