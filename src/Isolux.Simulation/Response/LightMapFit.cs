using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Simulation.Response;

/// <summary>
/// Weighted linear regression of scored light on the basis of a light map. Every node contributes its mean score with a weight proportional to
/// its photons over the variance per photon, which is nearly the same everywhere, so photons alone serve as weight.
/// </summary>
internal sealed class LightMapFit
{
    // Far below any statistical error, it only keeps combinations that no node constrains from drifting.
    private const double RelativeRidge = 1e-9;

    private readonly LightMapBasis _basis;
    private readonly double[] _coefficients;
    private readonly Matrix<double> _inverse;
    private readonly double _residualVariance;

    private LightMapFit(LightMapBasis basis, double[] coefficients, Matrix<double> inverse, double residualVariance)
    {
        _basis = basis;
        _coefficients = coefficients;
        _inverse = inverse;
        _residualVariance = residualVariance;
    }

    /// <summary>chi2 per degree of freedom of the node means against the fit, with the variance measured inside nodes.</summary>
    public double Chi2PerNdf { get; private init; }

    /// <param name="basis">The basis.</param>
    /// <param name="nodes">Where photons started.</param>
    /// <param name="scores">Mean score per photon of each node.</param>
    /// <param name="photonsPerNode">Photons per node.</param>
    /// <param name="variancePerPhoton">Variance of one photon's score.</param>
    public static LightMapFit Solve(
        LightMapBasis basis,
        IReadOnlyList<MapNode> nodes,
        ReadOnlySpan<double> scores,
        int photonsPerNode,
        double variancePerPhoton)
    {
        int n = basis.Count;
        double[] normal = new double[n * n];
        double[] right = new double[n];
        double[] row = new double[n];
        int[] nonzero = new int[n];
        for (int node = 0; node < nodes.Count; node++)
        {
            int count = EvaluateSparse(basis, nodes[node], row, nonzero);
            for (int i = 0; i < count; i++)
            {
                double value = row[nonzero[i]];
                right[nonzero[i]] += value * scores[node];
                for (int j = 0; j <= i; j++)
                {
                    normal[(nonzero[i] * n) + nonzero[j]] += value * row[nonzero[j]];
                }
            }
        }

        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += normal[(i * n) + i];
        }

        Matrix<double> matrix = Matrix<double>.Build.Dense(n, n, (i, j) =>
            (i >= j ? normal[(i * n) + j] : normal[(j * n) + i]) + (i == j ? RelativeRidge * trace / n : 0.0));
        Matrix<double> inverse = matrix.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(n));
        double[] coefficients = (inverse * Vector<double>.Build.Dense(right)).ToArray();

        double squares = 0;
        for (int node = 0; node < nodes.Count; node++)
        {
            int count = EvaluateSparse(basis, nodes[node], row, nonzero);
            double fitted = 0;
            for (int i = 0; i < count; i++)
            {
                fitted += coefficients[nonzero[i]] * row[nonzero[i]];
            }

            squares += (scores[node] - fitted) * (scores[node] - fitted);
        }

        double residualVariance = squares / (nodes.Count - n);
        return new LightMapFit(basis, coefficients, inverse, residualVariance)
        {
            Chi2PerNdf = residualVariance * photonsPerNode / variancePerPhoton,
        };
    }

    /// <summary>Statistical error of the fitted map at a point.</summary>
    public double StandardError(double radiusMm, double cosTheta, double azimuthTurns)
    {
        double[] row = new double[_basis.Count];
        _basis.Evaluate(radiusMm, cosTheta, azimuthTurns, row, LightMapTerms.All);
        Vector<double> values = Vector<double>.Build.Dense(row);
        return Math.Sqrt(_residualVariance * (values * _inverse * values));
    }

    /// <summary>The map tabulated for event code.</summary>
    public LightMap Tabulate()
    {
        LightMapGrid grid = _basis.Grid;
        float[] axial = new float[(grid.RadialCells + 1) * (grid.PolarCells + 1)];
        Parallel.For(0, grid.RadialCells + 1, radial =>
        {
            double[] row = new double[_basis.Count];
            for (int pole = 0; pole <= grid.PolarCells; pole++)
            {
                double cosTheta = PolarCoordinate.ToCosTheta(grid.Polar(pole));
                axial[(radial * (grid.PolarCells + 1)) + pole] = (float)Math.Max(0.0, Evaluate(grid.RadiusMm(radial), cosTheta, 0.0, LightMapTerms.Axial, row));
            }
        });

        return new LightMap(grid, axial, _basis.DependsOnAzimuth ? TabulateAzimuth(grid) : []);
    }

    private float[] TabulateAzimuth(LightMapGrid grid)
    {
        int plane = (grid.AzimuthalPolarCells + 1) * grid.AzimuthalCells;
        float[] azimuthal = new float[(grid.AzimuthalRadialCells + 1) * plane];
        Parallel.For(0, grid.AzimuthalRadialCells + 1, radial =>
        {
            double[] row = new double[_basis.Count];
            for (int pole = 0; pole <= grid.AzimuthalPolarCells; pole++)
            {
                double cosTheta = PolarCoordinate.ToCosTheta(grid.AzimuthalPolar(pole));
                for (int azimuth = 0; azimuth < grid.AzimuthalCells; azimuth++)
                {
                    azimuthal[(radial * plane) + (pole * grid.AzimuthalCells) + azimuth] = (float)Evaluate(
                        grid.AzimuthalRadiusMm(radial), cosTheta, grid.AzimuthTurns(azimuth), LightMapTerms.Azimuthal, row);
                }
            }
        });
        return azimuthal;
    }

    private double Evaluate(double radiusMm, double cosTheta, double azimuthTurns, LightMapTerms terms, double[] row)
    {
        _basis.Evaluate(radiusMm, cosTheta, azimuthTurns, row, terms);
        double sum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            sum += _coefficients[i] * row[i];
        }

        return sum;
    }

    private static int EvaluateSparse(LightMapBasis basis, MapNode node, double[] row, int[] nonzero)
    {
        basis.Evaluate(node.RadiusMm, node.CosTheta, node.AzimuthTurns, row, LightMapTerms.All);
        int count = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] != 0.0)
            {
                nonzero[count++] = i;
            }
        }

        return count;
    }
}
