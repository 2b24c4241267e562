using Isolux.Events.Reconstructed;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Climbs to a maximum. Far away by Fisher scoring: Newton's step with the information matrix in place of the curvature, damped like Levenberg and Marquardt's where a step loses. Near the top what
/// gradients have told of the curvature is worked into the matrix (BFGS; Nocedal and Wright, Numerical Optimization, 6.19). At the outer radius the maximum along the surface is sought while the
/// likelihood pushes outwards.
/// </summary>
internal sealed class LikelihoodMaximiser(EventLikelihood likelihood, double outerRadiusMm)
{
    private const int Size = LikelihoodParameters.Count;
    private const double FirstDamping = 1e-3;
    private const double MostDamping = 1e8;
    private const double DampingGrowth = 10.0;
    private const double LongestStepMm = 2_500.0;
    private const double LongestStepNs = 30.0;
    private const double LongestStepLog = 1.0;

    // Twice the expected gain below which the likelihood is a parabola for the secant update.
    private const double NearGain = 4.0;

    // Where steps gain no more, an expected gain below so many tolerances (a tenth of a standard error) is good enough.
    private const double StalledRatio = 100.0;

    // Tables in single precision make the likelihood uncertain by about this.
    private const double ValueNoise = 1e-4;
    private const double InsideFraction = 1.0 - 1e-9;
    private readonly double _boundaryMm = outerRadiusMm * InsideFraction;
    private readonly double[] _matrix = new double[InformationMatrix.FactorLength];
    private LikelihoodValue _current = new();
    private LikelihoodValue _tried = new();

    /// <summary>Value, gradient and information where the last climb ended.</summary>
    public LikelihoodValue Last => _current;

    /// <summary>Climbs from a start.</summary>
    /// <param name="hits">The event.</param>
    /// <param name="hitScale">What one hit stands for.</param>
    /// <param name="tolerance">The climb ends when twice the expected gain of the next step is below this.</param>
    /// <param name="mostIterations">Most steps.</param>
    /// <param name="at">The start; receives the end.</param>
    public RecoStatus Climb(EventHits hits, double hitScale, double tolerance, int mostIterations, ref LikelihoodParameters at)
    {
        Span<double> step = stackalloc double[Size];
        double damping = FirstDamping;
        RecoStatus stalled = RecoStatus.NotConverged;
        at = Inside(at);
        likelihood.Evaluate(hits, at, hitScale, _current);
        _current.Information.CopyTo(_matrix, 0);
        for (int iteration = 0; iteration < mostIterations; iteration++)
        {
            if (!TryStep(at, damping, step, out double gain, out bool held))
            {
                return RecoStatus.NotConverged;
            }

            if (gain < tolerance)
            {
                return held ? RecoStatus.AtBoundary : RecoStatus.Converged;
            }

            stalled = gain > StalledRatio * tolerance ? RecoStatus.NotConverged : held ? RecoStatus.AtBoundary : RecoStatus.Converged;
            LikelihoodParameters next = Inside(at.Step(step, Scale(step)));
            likelihood.Evaluate(hits, next, hitScale, _tried);
            if (_tried.Value > _current.Value - ValueNoise)
            {
                Learn(at, next, gain);
                at = next;
                (_current, _tried) = (_tried, _current);
                damping /= DampingGrowth;
            }
            else if (damping < MostDamping)
            {
                damping = Math.Max(damping, FirstDamping) * DampingGrowth;
            }
            else
            {
                return stalled;
            }
        }

        return stalled;
    }

    /// <summary>The damped step, and twice what the undamped one would gain were the likelihood a parabola.</summary>
    private bool TryStep(in LikelihoodParameters at, double damping, Span<double> step, out double gain, out bool held)
    {
        Span<double> gradient = stackalloc double[Size];
        Span<double> matrix = stackalloc double[InformationMatrix.FactorLength];
        Span<double> factor = stackalloc double[InformationMatrix.FactorLength];
        _current.Gradient.CopyTo(gradient);
        _matrix.CopyTo(matrix);
        held = Hold(at, gradient, matrix);
        InformationMatrix.FixUnused(matrix);
        gain = double.PositiveInfinity;
        if (!InformationMatrix.TryFactorise(matrix, 0.0, factor, out InformationMatrix curvature))
        {
            return false;
        }

        gradient.CopyTo(step);
        curvature.Solve(step);
        gain = 0;
        for (int i = 0; i < Size; i++)
        {
            gain += gradient[i] * step[i];
        }

        if (damping > 0 && InformationMatrix.TryFactorise(matrix, damping, factor, out curvature))
        {
            gradient.CopyTo(step);
            curvature.Solve(step);
        }

        return double.IsFinite(gain);
    }

    /// <summary>The matrix of the next step: the information there, or near the top the present matrix made to fit the change of the gradient.</summary>
    private void Learn(in LikelihoodParameters from, in LikelihoodParameters to, double gain)
    {
        Span<double> s = [to.XMm - from.XMm, to.YMm - from.YMm, to.ZMm - from.ZMm, to.TimeNs - from.TimeNs, to.LogEnergy - from.LogEnergy];
        Span<double> y = stackalloc double[Size];
        Span<double> bs = stackalloc double[Size];
        double sy = 0;
        double sbs = 0;
        for (int i = 0; i < Size; i++)
        {
            y[i] = _current.Gradient[i] - _tried.Gradient[i];
            bs[i] = 0;
            for (int j = 0; j < Size; j++)
            {
                bs[i] += _matrix[(i * Size) + j] * s[j];
            }

            sy += s[i] * y[i];
            sbs += s[i] * bs[i];
        }

        const double LeastCurvature = 0.05;
        if (gain > NearGain || !(sy > LeastCurvature * sbs))
        {
            _tried.Information.CopyTo(_matrix, 0);
            return;
        }

        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                _matrix[(i * Size) + j] += (y[i] * y[j] / sy) - (bs[i] * bs[j] / sbs);
            }
        }
    }

    /// <summary>At the outer radius, with the likelihood rising outwards, the radius is held by far more information about it.</summary>
    private bool Hold(in LikelihoodParameters at, Span<double> gradient, Span<double> matrix)
    {
        double radiusMm = at.RadiusMm;
        if (radiusMm < _boundaryMm * InsideFraction)
        {
            return false;
        }

        Span<double> outward = [at.XMm / radiusMm, at.YMm / radiusMm, at.ZMm / radiusMm];
        double push = (gradient[0] * outward[0]) + (gradient[1] * outward[1]) + (gradient[2] * outward[2]);
        if (push <= 0)
        {
            return false;
        }

        double stiff = 1e6 * (matrix[0] + matrix[Size + 1] + matrix[(2 * Size) + 2]);
        for (int i = 0; i < outward.Length; i++)
        {
            gradient[i] -= push * outward[i];
            for (int j = 0; j < outward.Length; j++)
            {
                matrix[(i * Size) + j] += stiff * outward[i] * outward[j];
            }
        }

        return true;
    }

    private static double Scale(ReadOnlySpan<double> step)
    {
        double lengthMm = Math.Sqrt((step[0] * step[0]) + (step[1] * step[1]) + (step[2] * step[2]));
        double longest = Math.Max(lengthMm / LongestStepMm, Math.Max(Math.Abs(step[3]) / LongestStepNs, Math.Abs(step[4]) / LongestStepLog));
        return longest > 1.0 ? 1.0 / longest : 1.0;
    }

    private LikelihoodParameters Inside(in LikelihoodParameters at) => at.RadiusMm > _boundaryMm ? at.AtRadius(_boundaryMm) : at;
}
