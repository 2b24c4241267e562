namespace Isolux.Strategy.Summary;

/// <summary>Light yield Y0: dark-subtracted full-absorption peak of the n-H capture gamma at the centre over its energy.</summary>
/// <param name="ValuePePerMeV">Light yield, PE/MeV.</param>
/// <param name="Error">Standard error, PE/MeV.</param>
public sealed record LightYieldSummary(double ValuePePerMeV, double Error);
