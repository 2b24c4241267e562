namespace Isolux.Detector.Documents;

/// <summary>Promises of the design.</summary>
/// <param name="LightYieldPePerMeV">Y0: mean LPMT photoelectrons of the n-H peak at the centre divided by 2.223 MeV.</param>
public sealed record DesignDocument(Measured LightYieldPePerMeV);
