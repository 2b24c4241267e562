using System.Collections.Immutable;
using Isolux.Numerics.Statistics;

namespace Isolux.Numerics.Fitting;

/// <summary>What a least-squares fit found. Check <see cref="Status"/> before using anything else.</summary>
public sealed record FitResult
{
    /// <summary>How the fit ended.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>Why the status is not <see cref="FitStatus.Converged"/>; empty when it is.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Best values of all parameters, fixed ones included.</summary>
    public required ImmutableArray<double> Parameters { get; init; }

    /// <summary>Covariance of all parameters: zero for fixed ones, NaN where singular. From the data errors as given, not scaled by chi2.</summary>
    public required CovarianceMatrix Covariance { get; init; }

    /// <summary>Minimal chi2.</summary>
    public required double Chi2 { get; init; }

    /// <summary>Points minus free parameters.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Iterations of the minimiser; 1 for a linear problem.</summary>
    public required int Iterations { get; init; }

    /// <summary>Standard errors of all parameters.</summary>
    public ImmutableArray<double> Errors => [.. Enumerable.Range(0, Covariance.Count).Select(Covariance.Error)];

    /// <summary>chi2/ndf; NaN without a degree of freedom.</summary>
    public double ReducedChi2 => DegreesOfFreedom > 0 ? Chi2 / DegreesOfFreedom : double.NaN;

    /// <summary>Probability of a chi2 at least this large; NaN without a degree of freedom.</summary>
    public double PValue => DegreesOfFreedom > 0 && Chi2 >= 0 ? ChiSquared.UpperTailProbability(Chi2, DegreesOfFreedom) : double.NaN;

    internal static FitResult Refused(int parameters, int degreesOfFreedom, string reason) => new()
    {
        Status = FitStatus.BadInput,
        Reason = reason,
        Parameters = [.. Enumerable.Repeat(double.NaN, parameters)],
        Covariance = new CovarianceMatrix(Undetermined(parameters)),
        Chi2 = double.NaN,
        DegreesOfFreedom = degreesOfFreedom,
        Iterations = 0,
    };

    internal static double[,] Undetermined(int count)
    {
        double[,] elements = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                elements[i, j] = double.NaN;
            }
        }

        return elements;
    }
}
