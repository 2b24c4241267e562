namespace Isolux.Sensitivity.Studies;

/// <summary>What a wrong energy scale does to the results.</summary>
/// <param name="SizePercent">Size of the distortion, percent.</param>
/// <param name="HeldDeltaChi2">Delta chi2 where the fit trusts its scale.</param>
/// <param name="FreeDeltaChi2">Delta chi2 where the fit may move within the calibrated band.</param>
/// <param name="HeldGoodnessChi2">Smallest chi2 of the right ordering where the scale is trusted, above that of true data.</param>
/// <param name="Sin2Theta12Percent">Shift of sin^2 theta12, scale trusted.</param>
/// <param name="Dm21Percent">Shift of dm2_21, scale trusted.</param>
/// <param name="Dm31Percent">Shift of dm2_31 in the right ordering, scale trusted.</param>
public sealed record ScalePoint(
    double SizePercent, double HeldDeltaChi2, double FreeDeltaChi2, double HeldGoodnessChi2, double Sin2Theta12Percent, double Dm21Percent, double Dm31Percent);
