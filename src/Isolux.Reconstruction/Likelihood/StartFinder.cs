using Isolux.Numerics.Elementary;
using Isolux.Quantities;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Where to begin: points along the mean direction of the charges, each with the time that centres its delays and the energy that explains its charges, judged by the likelihood of a part of the
/// hits. Beyond the onset of total reflection a pattern can fit at two radii, so a second start is given where a second hill rises.
/// </summary>
internal sealed class StartFinder
{
    private const int MostJudgedHits = 400;
    private const double LeastEnergyMeV = 1e-3;
    private const double SecondHillDepth = 40.0;
    private const double RoughTolerance = 0.5;
    private const int RoughIterations = 12;
    private static readonly double[] RadiusFractions = [0.02, 0.2, 0.4, 0.55, 0.68, 0.78, 0.85, 0.89, 0.92, 0.95, 0.975, 0.995];
    private readonly ExpectedLight _light;
    private readonly EventLikelihood _likelihood;
    private readonly LikelihoodMaximiser _maximiser;
    private readonly LikelihoodValue _value = new();
    private readonly EventHits _judged = new();
    private readonly double[] _delays = new double[2 * MostJudgedHits];
    private readonly double[] _values = new double[RadiusFractions.Length];
    private readonly LikelihoodParameters[] _points = new LikelihoodParameters[RadiusFractions.Length];

    public StartFinder(ExpectedLight light, EventLikelihood likelihood, LikelihoodMaximiser maximiser)
    {
        _maximiser = maximiser;
        _light = light;
        _likelihood = likelihood;
    }

    /// <summary>Finds starts, the best first.</summary>
    /// <param name="hits">The event.</param>
    /// <param name="direction">Mean direction of the charges.</param>
    /// <param name="starts">Receives one or two starts.</param>
    /// <returns>Their number.</returns>
    public int Find(EventHits hits, Position direction, Span<LikelihoodParameters> starts)
    {
        int step = ((hits.Count - 1) / MostJudgedHits) + 1;
        _judged.LoadEvery(hits, step);
        double length = direction.RadiusMm;
        direction = length > 0 ? direction : new Position(0, 0, 1);
        double inverse = length > 0 ? 1.0 / length : 1.0;
        for (int i = 0; i < RadiusFractions.Length; i++)
        {
            double radiusMm = RadiusFractions[i] * _light.OuterRadiusMm;
            Position point = new(radiusMm * inverse * direction.XMm, radiusMm * inverse * direction.YMm, radiusMm * inverse * direction.ZMm);
            _points[i] = At(point, hits.TotalPe);
            _likelihood.Evaluate(_judged, _points[i], step, _value);
            _values[i] = _value.Value;
        }

        int best = 0;
        for (int i = 1; i < _values.Length; i++)
        {
            best = _values[i] > _values[best] ? i : best;
        }

        int second = -1;
        for (int i = 0; i < _values.Length; i++)
        {
            bool hill = i != best && (i == 0 || _values[i] > _values[i - 1]) && (i == _values.Length - 1 || _values[i] > _values[i + 1]);
            if (hill && _values[i] > _values[best] - SecondHillDepth && (second < 0 || _values[i] > _values[second]))
            {
                second = i;
            }
        }

        starts[0] = Approach(_points[best], step);
        if (second < 0)
        {
            return 1;
        }

        starts[1] = Approach(_points[second], step);
        return 2;
    }

    /// <summary>Climbs most of the way with the judged hits.</summary>
    private LikelihoodParameters Approach(LikelihoodParameters at, double step)
    {
        _maximiser.Climb(_judged, step, RoughTolerance * step, RoughIterations, ref at);
        return at;
    }

    /// <summary>The parameters at a point: the time from the median of what hits come later than their straight line, the energy from the sum of charges.</summary>
    public LikelihoodParameters At(Position point, double totalPe)
    {
        Span<double> delays = _delays.AsSpan(0, _judged.Count);
        for (int i = 0; i < delays.Length; i++)
        {
            double x = point.XMm - (_light.Delays.SensorRadiusMm * _judged.X[i]);
            double y = point.YMm - (_light.Delays.SensorRadiusMm * _judged.Y[i]);
            double z = point.ZMm - (_light.Delays.SensorRadiusMm * _judged.Z[i]);
            delays[i] = _judged.TimeNs[i] - (_light.Delays.SlownessNsPerMm * Math.Sqrt((x * x) + (y * y) + (z * z)));
        }

        delays.Sort();
        LikelihoodParameters at = new(point.XMm, point.YMm, point.ZMm, delays[delays.Length / 2] - _light.Delays.MedianNs, 0.0);
        return at with { LogEnergy = Elementary64.Log(EnergyMeV(at, totalPe)) };
    }

    /// <summary>The energy at a point that explains the sum of charges, MeV.</summary>
    public double EnergyMeV(in LikelihoodParameters at, double totalPe)
    {
        Span<double> slopes = stackalloc double[3];
        double pePerMeV = _light.PePerMeV * _light.Surface.Evaluate(new Position(at.XMm, at.YMm, at.ZMm), out _) * _light.Sums.CalibratedRatio(at, slopes);
        return Math.Max(LeastEnergyMeV, (totalPe - _light.NoisePe) / pePerMeV);
    }
}
