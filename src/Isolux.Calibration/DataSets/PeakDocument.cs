namespace Isolux.Calibration.DataSets;

/// <summary>Width of a calibration peak.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="ReconstructedEnergyMeV">Mean of the peak, MeV.</param>
/// <param name="ResolutionPercent">sigma/E, percent.</param>
/// <param name="ErrorPercent">Standard error of it, percent.</param>
public sealed record PeakDocument(string Name, double ReconstructedEnergyMeV, double ResolutionPercent, double ErrorPercent);
