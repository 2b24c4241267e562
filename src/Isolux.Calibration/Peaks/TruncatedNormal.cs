using MathNet.Numerics;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// Moments of a normal density truncated to [low, high], and the Fisher information per event of (mu, ln sigma): the covariance of
/// (x - mu)/sigma^2 and (x - mu)^2/sigma^2 under the truncated density.
/// </summary>
internal readonly record struct TruncatedNormal(double Mean, double SecondAbout, double Information00, double Information01, double Information11)
{
    public double Determinant => (Information00 * Information11) - (Information01 * Information01);

    public static TruncatedNormal At(double mu, double sigma, double low, double high)
    {
        double a = (low - mu) / sigma;
        double b = (high - mu) / sigma;
        double mass = 0.5 * (SpecialFunctions.Erfc(a / Math.Sqrt(2.0)) - SpecialFunctions.Erfc(b / Math.Sqrt(2.0)));
        double edgeA = Density(a) / mass;
        double edgeB = Density(b) / mass;

        // Moments of the standardised variable by parts: m_k = (k-1) m_{k-2} + a^{k-1} phi(a) - b^{k-1} phi(b).
        double m1 = edgeA - edgeB;
        double m2 = 1.0 + (a * edgeA) - (b * edgeB);
        double m3 = (2.0 * m1) + (a * a * edgeA) - (b * b * edgeB);
        double m4 = (3.0 * m2) + (a * a * a * edgeA) - (b * b * b * edgeB);
        return new TruncatedNormal(
            mu + (sigma * m1),
            sigma * sigma * m2,
            (m2 - (m1 * m1)) / (sigma * sigma),
            (m3 - (m1 * m2)) / sigma,
            m4 - (m2 * m2));
    }

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2.0 * Math.PI);
}
