using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class SplineDesignTests
{
    private const int Candidates = 60;
    private const int Sites = 90;
    private readonly double[] _u = new double[Sites];
    private readonly double[] _v = new double[Sites];
    private readonly double[] _values = new double[Candidates];
    private readonly double[] _errors = new double[Candidates];

    public SplineDesignTests()
    {
        RandomSequence random = new(3, 0, RandomStream.Toy, 0, 0);
        for (int i = 0; i < Sites; i++)
        {
            (_u[i], _v[i]) = ((2.0 * random.NextDouble()) - 1.0, (2.0 * random.NextDouble()) - 1.0);
            if (i < Candidates)
            {
                _values[i] = Math.Sin(3.0 * _u[i]) + (_v[i] * _v[i]);
                _errors[i] = 0.01 * (1.0 + random.NextDouble());
            }
        }
    }

    [Fact]
    public void Points_that_come_and_go_leave_the_spline_of_those_that_stay()
    {
        // The oracle solves the whole system at once. First a fit for a smoothing and scalings, which it then shares with the design.
        int[] stay = [.. Enumerable.Range(0, 30)];
        ThinPlateSplineFit fit = Fit(stay);
        double[] u = [.. _u.Select(fit.Spline.XScaling.Apply)];
        double[] v = [.. _v.Select(fit.Spline.YScaling.Apply)];
        double[] noise = [.. _errors.Select(error => fit.Lambda * error * error)];
        SplineDesign design = new(u, v, _values, noise, [40, 1, 2, 3]);
        int[] come = [.. stay.Except([1, 2, 3]), 41, 42, 43];
        Array.ForEach(come, design.Toggle);
        Array.ForEach([40, 41, 42, 43], design.Toggle);
        Assert.Equal(stay, Enumerable.Range(0, Candidates).Where(design.IsChosen));
        for (int site = 0; site < Sites; site++)
        {
            Assert.Equal(fit.Spline.Evaluate(_u[site], _v[site]), design.Mean[site], 1e-7);
            Assert.Equal(fit.StandardError(_u[site], _v[site]), Math.Sqrt(design.Variance[site] / fit.Lambda), 1e-6);
        }

    }

    [Fact]
    public void Steps_foretell_what_a_point_changes()
    {
        SplineDesign design = new(_u, _v, _values, [.. _errors.Select(error => error * error)], [0, 1, 2, 3]);
        double[] mean = design.Mean.ToArray();
        double[] column = design.Direction(20).ToArray();
        (double meanStep, double varianceStep) = (design.MeanStep(20), design.VarianceStep(20));
        double[] variance = design.Variance.ToArray();
        design.Toggle(20);
        for (int site = 0; site < Sites; site++)
        {
            Assert.Equal(mean[site] + (meanStep * column[site]), design.Mean[site], 1e-12);
            Assert.Equal(variance[site] - (varianceStep * column[site] * column[site]), design.Variance[site], 1e-12);
        }

        column = design.Direction(20).ToArray();
        double[] with = design.Mean.ToArray();
        meanStep = design.MeanStep(20);
        design.Toggle(20);
        for (int site = 0; site < Sites; site++)
        {
            Assert.Equal(with[site] + (meanStep * column[site]), design.Mean[site], 1e-12);
            Assert.Equal(mean[site], design.Mean[site], 1e-9);
            Assert.Equal(variance[site], design.Variance[site], 1e-9);
        }
    }

    [Fact]
    public void A_line_defines_no_plane()
    {
        double[] line = [.. Enumerable.Range(0, Sites).Select(i => (double)i)];
        Assert.Throws<ArgumentException>(() => new SplineDesign(line, line, _values, _errors, [0, 1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new SplineDesign(_u, _v, _values, new double[Candidates], [0, 1, 2]));
    }

    private ThinPlateSplineFit Fit(int[] points) => new(
        [.. points.Select(i => _u[i])], [.. points.Select(i => _v[i])], [.. points.Select(i => _values[i])], [.. points.Select(i => _errors[i])], SmoothingSelection.UnbiasedRisk, 2.0);
}
