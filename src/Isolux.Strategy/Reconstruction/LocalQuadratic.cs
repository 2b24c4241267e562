namespace Isolux.Strategy.Reconstruction;

/// <summary>Smoothing by quadratics fitted to the neighbours of every point (Savitzky and Golay 1964): noise falls, and what is a parabola over the neighbourhood stays.</summary>
internal static class LocalQuadratic
{
    private const int FewestPoints = 4;

    /// <summary>Value at <paramref name="at"/> of the quadratic fitted to the points within the half width, each weighing 1 - (distance / half width)^2 times its own weight; the point's own value where there are too few.</summary>
    public static double Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, double at, double halfWidth)
    {
        int first = 0;
        while (x[first] <= at - halfWidth)
        {
            first++;
        }

        (double s0, double s1, double s2, double s3, double s4) = (0, 0, 0, 0, 0);
        (double t0, double t1, double t2) = (0, 0, 0);
        int count = 0;
        double own = 0;
        for (int i = first; i < x.Length && x[i] < at + halfWidth; i++, count++)
        {
            double u = (x[i] - at) / halfWidth;
            double w = weights[i] * (1.0 - (u * u));
            own = x[i] == at ? y[i] : own;
            s0 += w;
            s1 += w * u;
            s2 += w * u * u;
            s3 += w * u * u * u;
            s4 += w * u * u * u * u;
            t0 += w * y[i];
            t1 += w * u * y[i];
            t2 += w * u * u * y[i];
        }

        double determinant = (s0 * ((s2 * s4) - (s3 * s3))) - (s1 * ((s1 * s4) - (s2 * s3))) + (s2 * ((s1 * s3) - (s2 * s2)));
        return count < FewestPoints
            ? own
            : ((t0 * ((s2 * s4) - (s3 * s3))) - (s1 * ((t1 * s4) - (s3 * t2))) + (s2 * ((t1 * s3) - (s2 * t2)))) / determinant;
    }
}
