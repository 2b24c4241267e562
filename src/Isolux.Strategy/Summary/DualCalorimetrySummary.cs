namespace Isolux.Strategy.Summary;

/// <summary>Instrumental non-linearity of the large PMTs before and after its calibration against the small ones.</summary>
/// <param name="ChannelNonLinearityAt100PePercent">Mean calibrated loss of charge of a channel at 100 PE, percent.</param>
/// <param name="ResidualBeforePercent">Largest event-level non-linearity without correction, over 1 to 10 MeV and the fiducial volume, percent.</param>
/// <param name="ResidualAfterPercent">The same with the correction, percent.</param>
public sealed record DualCalorimetrySummary(double ChannelNonLinearityAt100PePercent, double ResidualBeforePercent, double ResidualAfterPercent);
