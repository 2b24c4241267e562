namespace Isolux.Sensitivity.Studies;

/// <summary>What changes where data of one release of constants are read with another.</summary>
/// <param name="DeltaChi2">Delta chi2 with the release the data are of.</param>
/// <param name="ShiftedDeltaChi2">Delta chi2 with the other release.</param>
/// <param name="GoodnessChi2">chi2 of the right ordering with the other release, above that of its own.</param>
/// <param name="Sin2Theta12Percent">Shift of sin^2 theta12, percent.</param>
/// <param name="Sin2Theta13Percent">Shift of sin^2 theta13, percent.</param>
/// <param name="Dm21Percent">Shift of dm2_21, percent.</param>
/// <param name="Dm31Percent">Shift of dm2_31, percent.</param>
/// <param name="Precision">Standard errors of the parameters, to compare the shifts with.</param>
public sealed record ReleaseShift(
    double DeltaChi2,
    double ShiftedDeltaChi2,
    double GoodnessChi2,
    double Sin2Theta12Percent,
    double Sin2Theta13Percent,
    double Dm21Percent,
    double Dm31Percent,
    ParameterPrecision Precision);
