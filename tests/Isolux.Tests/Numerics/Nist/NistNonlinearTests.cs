using Isolux.Numerics.Fitting;
using Xunit;

namespace Isolux.Tests.Numerics.Nist;

/// <summary>The certified values carry 11 digits; double precision and central differences leave at least 6 of them.</summary>
public sealed class NistNonlinearTests
{
    private const double Tolerance = 1e-6;

    // From these starts the sum of squares falls towards a plateau at infinity, as StRD warns: the fit must say so.
    private static readonly string[] LostFromFirstStart = ["MGH17", "BoxBOD"];

    public static TheoryData<string> Names => [.. NistProblem.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TableReproducesTheCertifiedSumOfSquares(string name)
    {
        NistProblem problem = Find(name);
        Assert.Equal(1.0, problem.SumOfSquares(problem.Certified) / problem.ResidualSquares, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondStartFindsTheCertifiedValues(string name) => RequireCertified(Find(name), Find(name).Start2);

    [Theory]
    [MemberData(nameof(Names))]
    public void FirstStartFindsTheCertifiedValuesOrSaysThatItDidNot(string name)
    {
        NistProblem problem = Find(name);
        if (LostFromFirstStart.Contains(name))
        {
            FitStatus status = problem.Fit(problem.Start1).Status;
            Assert.True(status is FitStatus.NotConverged or FitStatus.SingularCovariance, $"{name} ended as {status}.");
        }
        else
        {
            RequireCertified(problem, problem.Start1);
        }
    }

    private static NistProblem Find(string name) => NistProblem.All.Single(problem => problem.Name == name);

    private static void RequireCertified(NistProblem problem, double[] start)
    {
        FitResult result = problem.Fit(start);
        Assert.Equal(FitStatus.Converged, result.Status);
        Assert.Equal(1.0, result.Chi2 / problem.ResidualSquares, 1e-9);
        double scale = Math.Sqrt(result.ReducedChi2);
        for (int i = 0; i < start.Length; i++)
        {
            Assert.Equal(1.0, result.Parameters[i] / problem.Certified[i], Tolerance);
            Assert.Equal(1.0, result.Errors[i] * scale / problem.Deviations[i], Tolerance);
        }
    }
}
