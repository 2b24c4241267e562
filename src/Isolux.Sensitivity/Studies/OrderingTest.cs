using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>
/// Tells the orderings apart: both are fitted freely, the wrong one from several starts about the |dm2_ee| of the right one, because its chi2 has a minimum per beat of the two
/// fast oscillations.
/// </summary>
/// <param name="fit">The fit.</param>
public sealed class OrderingTest(SpectrumFit fit)
{
    private static readonly ImmutableArray<double> s_starts = [-0.01, -0.005, 0.0, 0.005, 0.01];

    /// <summary>The test on average data of a truth.</summary>
    /// <param name="truth">True parameters.</param>
    public OrderingSensitivity Evaluate(OscillationParameters truth)
    {
        ImmutableArray<double> data = fit.Asimov(truth);
        return Against(data, fit.Fit(data, truth));
    }

    /// <summary>The test on data; <see cref="OrderingSensitivity.Right"/> is the ordering of the start.</summary>
    /// <param name="observedCount">Events per bin.</param>
    /// <param name="start">Where the fit in the right ordering starts.</param>
    public OrderingSensitivity Evaluate(ImmutableArray<double> observedCount, OscillationParameters start) => Against(observedCount, fit.Fit(observedCount, Same(start)));

    private OrderingSensitivity Against(ImmutableArray<double> observedCount, SpectrumFitResult right)
    {
        SpectrumFitResult wrong = fit.Fit(observedCount, Opposite(right.Oscillation));
        return new OrderingSensitivity(wrong.Chi2 - right.Chi2, right, wrong);
    }

    private static IEnumerable<OscillationParameters> Same(OscillationParameters p) => s_starts.Select(offset => p with { Dm31Ev2 = p.Dm31Ev2 * (1.0 + offset) });

    private static IEnumerable<OscillationParameters> Opposite(OscillationParameters p) => s_starts.Select(
        offset => p with { Dm31Ev2 = (-p.DmEeEv2 * (1.0 + offset)) + (p.Sin2Theta12 * p.Dm21Ev2) });
}
