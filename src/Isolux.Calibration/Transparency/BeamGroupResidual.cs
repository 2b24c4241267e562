namespace Isolux.Calibration.Transparency;

/// <summary>Measured and fitted charge of a group of channels.</summary>
/// <param name="Beam">Name of the beam.</param>
/// <param name="CentreDegrees">Angle between the spot of the direct light and the middle of the group, seen from the centre.</param>
/// <param name="ChargePe">Measured charge without dark noise, PE.</param>
/// <param name="FittedPe">Fitted charge, PE.</param>
/// <param name="ErrorPe">Standard error of their difference, PE.</param>
public sealed record BeamGroupResidual(string Beam, double CentreDegrees, double ChargePe, double FittedPe, double ErrorPe)
{
    /// <summary>(measured - fitted) / error.</summary>
    public double Pull => (ChargePe - FittedPe) / ErrorPe;
}
