namespace Isolux.Numerics.Interpolation;

/// <summary>
/// Real spherical harmonics up to a degree, normalised so that the mean of every square over the sphere is 1. Order within degree l: m = -l ... l, with sin(|m| phi) for negative and cos(m phi) for
/// other m. Associated Legendre functions by the stable recurrence in l of Press et al., Numerical Recipes, 3rd ed., section 6.7; azimuths by products of x + i y, without trigonometry.
/// </summary>
public sealed class SphericalHarmonics
{
    private readonly double[] _rise;
    private readonly double[] _fall;
    private readonly double[] _start;

    /// <summary>Harmonics of degrees 0 to <paramref name="degree"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative.</exception>
    public SphericalHarmonics(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        Degree = degree;
        _rise = new double[(degree + 1) * (degree + 1)];
        _fall = new double[_rise.Length];
        _start = new double[degree + 1];
        _start[0] = 1.0;
        for (int m = 0; m <= degree; m++)
        {
            if (m > 0)
            {
                _start[m] = _start[m - 1] * Math.Sqrt(((2.0 * m) + 1.0) / (2.0 * m));
            }

            for (int l = m + 1; l <= degree; l++)
            {
                double width = (l * (double)l) - (m * (double)m);
                _rise[(l * (degree + 1)) + m] = Math.Sqrt(((4.0 * l * l) - 1.0) / width);
                _fall[(l * (degree + 1)) + m] = Math.Sqrt(((2.0 * l) + 1.0) * (((l - 1.0) * (l - 1.0)) - (m * (double)m)) / (((2.0 * l) - 3.0) * width));
            }
        }
    }

    /// <summary>Highest degree.</summary>
    public int Degree { get; }

    /// <summary>Number of harmonics, (degree + 1)^2; harmonic (l, m) is element l (l + 1) + m.</summary>
    public int Count => (Degree + 1) * (Degree + 1);

    /// <summary>Evaluates all harmonics in a direction.</summary>
    /// <param name="x">First component of the unit vector.</param>
    /// <param name="y">Second component.</param>
    /// <param name="z">Third component.</param>
    /// <param name="values">Receives them, <see cref="Count"/> numbers.</param>
    public void Fill(double x, double y, double z, Span<double> values)
    {
        double cosine = 1.0;
        double sine = 0.0;
        for (int m = 0; m <= Degree; m++)
        {
            // The powers of x + i y hold sin^m(theta), which the Legendre factors below leave out.
            double before = 0.0;
            double current = _start[m];
            double scale = m == 0 ? 1.0 : Math.Sqrt(2.0);
            for (int l = m; l <= Degree; l++)
            {
                if (l > m)
                {
                    double next = (_rise[(l * (Degree + 1)) + m] * z * current) - (l > m + 1 ? _fall[(l * (Degree + 1)) + m] * before : 0.0);
                    before = current;
                    current = next;
                }

                int middle = l * (l + 1);
                values[middle + m] = scale * current * cosine;
                if (m > 0)
                {
                    values[middle - m] = scale * current * sine;
                }
            }

            (cosine, sine) = ((x * cosine) - (y * sine), (x * sine) + (y * cosine));
        }
    }
}
