namespace Isolux.Calibration.DataSets;

/// <summary>Measured results as a document: peaks with their widths, and non-linearity; either may be left out.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="Name">Name.</param>
/// <param name="Summary">What it is, one sentence.</param>
/// <param name="Resolution">Widths of peaks.</param>
/// <param name="NonLinearity">Visible energies.</param>
public sealed record DataSetDocument(
    int FormatVersion, string Name, string Summary, ResolutionDocument? Resolution = null, NonLinearityDocument? NonLinearity = null);
