namespace Isolux.Detector.Reactors;

/// <summary>The four parameters that the survival of reactor antineutrinos depends on.</summary>
/// <param name="Sin2Theta12">sin^2 of the solar angle.</param>
/// <param name="Sin2Theta13">sin^2 of the reactor angle.</param>
/// <param name="Dm21Ev2">m2^2 - m1^2, eV2.</param>
/// <param name="Dm31Ev2">m3^2 - m1^2, eV2; negative in the inverted ordering.</param>
public readonly record struct OscillationParameters(double Sin2Theta12, double Sin2Theta13, double Dm21Ev2, double Dm31Ev2)
{
    /// <summary>The ordering the sign of <see cref="Dm31Ev2"/> stands for.</summary>
    public MassOrdering Ordering => Dm31Ev2 > 0 ? MassOrdering.Normal : MassOrdering.Inverted;

    /// <summary>The splitting that fast oscillations of reactor antineutrinos follow, c12^2 dm31 + s12^2 dm32 (H. Nunokawa, S. Parke, R. Zukanovich Funchal, Phys. Rev. D 72 (2005) 013009), eV2.</summary>
    public double DmEeEv2 => Dm31Ev2 - (Sin2Theta12 * Dm21Ev2);
}
