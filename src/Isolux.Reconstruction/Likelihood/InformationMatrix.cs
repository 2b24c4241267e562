namespace Isolux.Reconstruction.Likelihood;

/// <summary>Cholesky factor of a small positive matrix, for steps and standard errors.</summary>
internal readonly ref struct InformationMatrix
{
    private const int Size = LikelihoodParameters.Count;
    private readonly Span<double> _factor;

    private InformationMatrix(Span<double> factor) => _factor = factor;

    /// <summary>Numbers that a factor needs.</summary>
    public const int FactorLength = Size * Size;

    /// <summary>Factorises information + damping x its diagonal.</summary>
    /// <param name="information">Symmetric, row by row.</param>
    /// <param name="damping">Damping, 0 or more.</param>
    /// <param name="factor">Room for the factor.</param>
    /// <param name="matrix">The factorised matrix.</param>
    /// <returns>Whether the matrix is positive.</returns>
    public static bool TryFactorise(ReadOnlySpan<double> information, double damping, Span<double> factor, out InformationMatrix matrix)
    {
        matrix = new InformationMatrix(factor);
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = information[(i * Size) + j] * (i == j ? 1.0 + damping : 1.0);
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[(i * Size) + k] * factor[(j * Size) + k];
                }

                if (i != j)
                {
                    factor[(i * Size) + j] = sum / factor[(j * Size) + j];
                }
                else if (sum > 0.0 && double.IsFinite(sum))
                {
                    factor[(i * Size) + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Gives a parameter that the likelihood does not depend on (the time, where times do not count) information of its own, so that it stays where it is.</summary>
    public static void FixUnused(Span<double> information)
    {
        for (int i = 0; i < Size; i++)
        {
            ref double diagonal = ref information[(i * Size) + i];
            diagonal = diagonal > 0 ? diagonal : 1.0;
        }
    }

    /// <summary>Solves for a right-hand side, in place.</summary>
    public void Solve(Span<double> vector)
    {
        for (int i = 0; i < Size; i++)
        {
            for (int k = 0; k < i; k++)
            {
                vector[i] -= _factor[(i * Size) + k] * vector[k];
            }

            vector[i] /= _factor[(i * Size) + i];
        }

        for (int i = Size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < Size; k++)
            {
                vector[i] -= _factor[(k * Size) + i] * vector[k];
            }

            vector[i] /= _factor[(i * Size) + i];
        }
    }

    /// <summary>A diagonal element of the inverse.</summary>
    public double Variance(int parameter)
    {
        Span<double> unit = stackalloc double[Size];
        unit.Clear();
        unit[parameter] = 1.0;
        Solve(unit);
        return unit[parameter];
    }
}
