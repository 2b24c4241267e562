using Isolux.Numerics.Fitting;
using Xunit;

namespace Isolux.Tests.Numerics.Nist;

/// <summary>
/// Linear problems of the NIST/ITL StRD. Tolerances follow the condition of the design: Norris is easy, Longley loses about
/// five digits, Wampler5 has residuals 1e7 times its coefficients.
/// </summary>
public sealed class NistLinearTests
{
    [Fact]
    public void Norris() => RequireCertified(
        "Norris",
        row => [1, row[0]],
        [-0.262323073774029, 1.00211681802045],
        [0.232818234301152, 0.429796848199937E-03],
        26.6173985294224,
        1e-11);

    [Fact]
    public void Longley() => RequireCertified(
        "Longley",
        row => [1, .. row[..6]],
        [-3482258.63459582, 15.0618722713733, -0.358191792925910E-01, -2.02022980381683, -1.03322686717359, -0.511041056535807E-01, 1829.15146461355],
        [890420.383607373, 84.9149257747669, 0.334910077722432E-01, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212],
        836424.055505915,
        1e-9);

    [Fact]
    public void Wampler5() => RequireCertified(
        "Wampler5",
        row => [.. Enumerable.Range(0, 6).Select(power => Math.Pow(row[0], power))],
        [1, 1, 1, 1, 1, 1],
        [21523262.4678170, 23635517.3469681, 7793435.24331583, 1014755.07550350, 56456.6512170752, 1123.24854679312],
        0.835542680000000E+16,
        1e-5);

    private static void RequireCertified(string name, Func<double[], double[]> basis, double[] certified, double[] deviations, double residualSquares, double tolerance)
    {
        NistTable table = NistTable.Read(name);
        double[,] design = new double[table.Rows.Length, certified.Length];
        for (int i = 0; i < table.Rows.Length; i++)
        {
            double[] row = basis(table.Rows[i]);
            for (int j = 0; j < row.Length; j++)
            {
                design[i, j] = row[j];
            }
        }

        FitResult result = LinearLeastSquares.Solve(design, table.Y, Enumerable.Repeat(1.0, table.Rows.Length).ToArray());
        Assert.Equal(FitStatus.Converged, result.Status);
        Assert.Equal(1.0, result.Chi2 / residualSquares, 1e-10);
        double scale = Math.Sqrt(result.ReducedChi2);
        for (int j = 0; j < certified.Length; j++)
        {
            Assert.Equal(1.0, result.Parameters[j] / certified[j], tolerance);
            Assert.Equal(1.0, result.Errors[j] * scale / deviations[j], 1e-9);
        }
    }
}
