using Isolux.Detector.Reactors;
using Isolux.Numerics.Elementary;

namespace Isolux.Sensitivity.Signal;

/// <summary>
/// Three-flavour propagation of electron antineutrinos of one energy in matter of constant density, exact: the eigenvalues solve the characteristic cubic of
/// 2E H = U diag(0, dm21, dm31) U+ + diag(a, 0, 0), and |U_ei|^2 follow from them and the invariants of the (mu, tau) block, which matter leaves alone
/// (P. B. Denton, S. J. Parke, X. Zhang, Phys. Rev. D 101 (2020) 093001, eigenvector-eigenvalue identity). Derivatives are those of the implicit cubic.
/// </summary>
/// <remarks>Parameters in order: sin^2 theta12, sin^2 theta13, dm21, dm31, a.</remarks>
internal readonly struct MatterOscillation
{
    /// <summary>Number of parameters, the matter potential last.</summary>
    public const int ParameterCount = 5;

    // Phase of dm2 in eV2, L in km and E in MeV: D = dm2 L/(4 hbar c E); sin^2 D turns twice as fast.
    private const double PhasePerEv2 = 1266.93268;
    private const double TurnsPerEv2 = PhasePerEv2 / Math.PI;

    private readonly double[] _gaps;
    private readonly double[] _weights;

    private MatterOscillation(double[] gaps, double[] weights) => (_gaps, _weights) = (gaps, weights);

    /// <summary>Matter potential times twice the energy for antineutrinos, eV2.</summary>
    public static double PotentialEv2(double neutrinoMeV, double densityGPerCm3, double electronFraction) => -1.52e-7 * electronFraction * densityGPerCm3 * neutrinoMeV;

    /// <summary>Solves the cubic.</summary>
    /// <param name="p">Oscillation parameters.</param>
    /// <param name="potentialEv2">Matter potential.</param>
    /// <param name="derivativeCount">Derivatives wanted: all five, or none where only probabilities are.</param>
    public static MatterOscillation Solve(in OscillationParameters p, double potentialEv2, int derivativeCount = ParameterCount)
    {
        (double s12, double s13, double m21, double m31, double a) = (p.Sin2Theta12, p.Sin2Theta13, p.Dm21Ev2, p.Dm31Ev2, potentialEv2);
        double c13 = 1.0 - s13;
        double x = s12 * c13;
        double z = (1.0 - s12) * c13;
        double trace = m21 + m31 + a;
        double s = m21 + m31 - (x * m21) - (s13 * m31);
        double q = z * m21 * m31;
        double b = (m21 * m31) + (a * s);
        double c = a * q;

        // Newton from the vacuum value of the isolated root; the other two from their sum and product.
        double root3 = m31;
        for (int i = 0; i < 4; i++)
        {
            root3 -= ((((root3 - trace) * root3) + b) * root3 - c) / ((((3.0 * root3) - (2.0 * trace)) * root3) + b);
        }

        double sum = trace - root3;
        double product = c / root3;
        double root2 = 0.5 * (sum + Math.Sqrt((sum * sum) - (4.0 * product)));
        ReadOnlySpan<double> roots = [product / root2, root2, root3];

        // Columns: value, then d/d(s12, s13, m21, m31, a).
        ReadOnlySpan<double> dTrace = [0.0, 0.0, 1.0, 1.0, 1.0];
        ReadOnlySpan<double> dS = [-c13 * m21, (s12 * m21) - m31, 1.0 - x, 1.0 - s13, 0.0];
        ReadOnlySpan<double> dQ = [-c13 * m21 * m31, -(1.0 - s12) * m21 * m31, z * m31, z * m21, 0.0];
        ReadOnlySpan<double> dB = [a * dS[0], a * dS[1], m31 + (a * dS[2]), m21 + (a * dS[3]), s];
        ReadOnlySpan<double> dC = [a * dQ[0], a * dQ[1], a * dQ[2], a * dQ[3], q];
        const int width = ParameterCount + 1;
        Span<double> lambda = stackalloc double[3 * width];
        Span<double> weight = stackalloc double[3 * width];
        for (int i = 0; i < 3; i++)
        {
            double root = roots[i];
            double slope = (((3.0 * root) - (2.0 * trace)) * root) + b;
            double numerator = (((root - s) * root) + q) / slope;
            lambda[i * width] = root;
            weight[i * width] = numerator;
            for (int k = 0; k < derivativeCount; k++)
            {
                double dRoot = ((root * root * dTrace[k]) - (root * dB[k]) + dC[k]) / slope;
                double dNumerator = (((2.0 * root) - s) * dRoot) - (root * dS[k]) + dQ[k];
                double dSlope = (((6.0 * root) - (2.0 * trace)) * dRoot) - (2.0 * root * dTrace[k]) + dB[k];
                lambda[(i * width) + 1 + k] = dRoot;
                weight[(i * width) + 1 + k] = (dNumerator - (numerator * dSlope)) / slope;
            }
        }

        // Gaps 21 and 31; products of weights 4 w1 w2, 4 w1 w3, 4 w2 w3.
        double[] gaps = new double[2 * width];
        double[] weights = new double[3 * width];
        for (int k = 0; k <= derivativeCount; k++)
        {
            gaps[k] = lambda[width + k] - lambda[k];
            gaps[width + k] = lambda[(2 * width) + k] - lambda[k];
        }

        for (int pair = 0; pair < 3; pair++)
        {
            int i = pair == 2 ? 1 : 0;
            int j = pair == 0 ? 1 : 2;
            weights[pair * width] = 4.0 * weight[i * width] * weight[j * width];
            for (int k = 1; k <= derivativeCount; k++)
            {
                weights[(pair * width) + k] = 4.0 * ((weight[(i * width) + k] * weight[j * width]) + (weight[i * width] * weight[(j * width) + k]));
            }
        }

        return new MatterOscillation(gaps, weights);
    }

    /// <summary>Survival probability after a distance.</summary>
    public double Evaluate(double baselineOverEnergyKmPerMeV)
    {
        const int width = ParameterCount + 1;
        (double s21, double c21) = Elementary64.SinCosTurn(TurnsPerEv2 * _gaps[0] * baselineOverEnergyKmPerMeV);
        (double s31, double c31) = Elementary64.SinCosTurn(TurnsPerEv2 * _gaps[width] * baselineOverEnergyKmPerMeV);
        double c32 = (c31 * c21) + (s31 * s21);
        return 1.0 - (0.5 * ((_weights[0] * (1.0 - c21)) + (_weights[width] * (1.0 - c31)) + (_weights[2 * width] * (1.0 - c32))));
    }

    /// <summary>Survival probability after a distance, and its derivatives by the five parameters.</summary>
    public double Evaluate(double baselineOverEnergyKmPerMeV, Span<double> derivatives)
    {
        const int width = ParameterCount + 1;
        double phase = 2.0 * PhasePerEv2 * baselineOverEnergyKmPerMeV;
        (double s21, double c21) = Elementary64.SinCosTurn(TurnsPerEv2 * _gaps[0] * baselineOverEnergyKmPerMeV);
        (double s31, double c31) = Elementary64.SinCosTurn(TurnsPerEv2 * _gaps[width] * baselineOverEnergyKmPerMeV);
        double c32 = (c31 * c21) + (s31 * s21);
        double s32 = (s31 * c21) - (c31 * s21);
        double slope32 = phase * _weights[2 * width] * s32;
        double slope21 = (phase * _weights[0] * s21) - slope32;
        double slope31 = (phase * _weights[width] * s31) + slope32;
        for (int k = 1; k < width; k++)
        {
            derivatives[k - 1] = -0.5 * ((_weights[k] * (1.0 - c21)) + (_weights[width + k] * (1.0 - c31)) + (_weights[(2 * width) + k] * (1.0 - c32))
                + (slope21 * _gaps[k]) + (slope31 * _gaps[width + k]));
        }

        return 1.0 - (0.5 * ((_weights[0] * (1.0 - c21)) + (_weights[width] * (1.0 - c31)) + (_weights[2 * width] * (1.0 - c32))));
    }
}
