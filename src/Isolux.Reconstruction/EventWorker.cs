using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Numerics.Elementary;
using Isolux.Quantities;
using Isolux.Reconstruction.Likelihood;

namespace Isolux.Reconstruction;

/// <summary>Reconstructs events one after the other with memory of its own. From <see cref="EventReconstructor.NewWorker"/>; not safe for use by two threads at once.</summary>
public sealed class EventWorker
{
    private readonly ExpectedLight _light;
    private readonly LightCentroid _centroid;
    private readonly ReconstructionSettings _settings;
    private readonly LikelihoodMaximiser _maximiser;
    private readonly StartFinder _starts;
    private readonly EventHits _hits = new();

    internal EventWorker(ExpectedLight light, LightCentroid centroid, ReconstructionSettings settings)
    {
        _light = light;
        _centroid = centroid;
        _settings = settings;
        EventLikelihood likelihood = new(light, settings.Mode == ReconstructionMode.Full);
        _maximiser = new LikelihoodMaximiser(likelihood, light.OuterRadiusMm);
        _starts = new StartFinder(light, likelihood, _maximiser);
    }

    /// <summary>Reconstructs one event.</summary>
    public ReconstructedEvent Reconstruct(in HitView hits)
    {
        _hits.Load(hits, _light.Channels, _light.Window);
        if (_hits.Count < _settings.FewestHits)
        {
            return new ReconstructedEvent(hits.EventNumber, RecoStatus.TooFewHits, default, 0.0, default, 0.0, 0.0, _hits.TotalPe);
        }

        Position mean = MeanDirection();
        return _settings.Mode == ReconstructionMode.Centroid ? FromCentroid(hits.EventNumber, mean) : FromLikelihood(hits.EventNumber, mean);
    }

    private ReconstructedEvent FromLikelihood(uint eventNumber, Position mean)
    {
        Span<LikelihoodParameters> starts = stackalloc LikelihoodParameters[2];
        int count = _starts.Find(_hits, mean, starts);
        LikelihoodParameters best = starts[0];
        RecoStatus status = _maximiser.Climb(_hits, 1.0, _settings.ToleranceRatio, _settings.MostIterations, ref best);
        double value = _maximiser.Last.Value;
        ReconstructedEvent result = Result(eventNumber, status, best);
        if (count > 1)
        {
            LikelihoodParameters other = starts[1];
            RecoStatus otherStatus = _maximiser.Climb(_hits, 1.0, _settings.ToleranceRatio, _settings.MostIterations, ref other);
            result = _maximiser.Last.Value > value ? Result(eventNumber, otherStatus, other) : result;
        }

        return result;
    }

    private ReconstructedEvent Result(uint eventNumber, RecoStatus status, in LikelihoodParameters at)
    {
        double energyMeV = Elementary64.Exp(at.LogEnergy);
        Span<double> information = stackalloc double[InformationMatrix.FactorLength];
        Span<double> factor = stackalloc double[InformationMatrix.FactorLength];
        _maximiser.Last.Information.CopyTo(information);
        InformationMatrix.FixUnused(information);
        bool known = InformationMatrix.TryFactorise(information, 0.0, factor, out InformationMatrix matrix);
        double vertexErrorMm = known ? Math.Sqrt((matrix.Variance(0) + matrix.Variance(1) + matrix.Variance(2)) / 3.0) : 0.0;
        double energyErrorMeV = known ? energyMeV * Math.Sqrt(matrix.Variance(4)) : 0.0;
        return new ReconstructedEvent(
            eventNumber,
            known ? status : RecoStatus.NotConverged,
            new Position(at.XMm, at.YMm, at.ZMm),
            vertexErrorMm,
            VisibleEnergy.FromMeV(energyMeV),
            energyErrorMeV,
            at.TimeNs,
            _hits.TotalPe);
    }

    private ReconstructedEvent FromCentroid(uint eventNumber, Position mean)
    {
        // Dark noise comes from everywhere and shortens the mean direction.
        double length = mean.RadiusMm;
        double signalFraction = Math.Max(0.1, 1.0 - (_light.NoisePe / _hits.TotalPe));
        double radiusMm = _centroid.RadiusMm(length / signalFraction);
        double scale = length > 0 ? radiusMm / length : 0.0;
        Position vertex = new(scale * mean.XMm, scale * mean.YMm, scale * mean.ZMm);
        LikelihoodParameters at = new(vertex.XMm, vertex.YMm, vertex.ZMm, 0.0, 0.0);
        double energyMeV = _starts.EnergyMeV(at, _hits.TotalPe);
        double errorMeV = energyMeV / Math.Max(1.0, _hits.TotalPe - _light.NoisePe) * Math.Sqrt(Math.Max(1.0, _hits.TotalPe));

        // One mean direction of n unit vectors with a spread of about 1/sqrt(3) per axis, stretched to the radius.
        double vertexErrorMm = (length > 0 ? scale : _light.OuterRadiusMm) / signalFraction / Math.Sqrt(3.0 * _hits.Count);
        return new ReconstructedEvent(
            eventNumber, RecoStatus.Converged, vertex, vertexErrorMm, VisibleEnergy.FromMeV(energyMeV), errorMeV, 0.0, _hits.TotalPe);
    }

    private Position MeanDirection()
    {
        (double x, double y, double z) = (0, 0, 0);
        for (int i = 0; i < _hits.Count; i++)
        {
            x += _hits.ChargePe[i] * _hits.X[i];
            y += _hits.ChargePe[i] * _hits.Y[i];
            z += _hits.ChargePe[i] * _hits.Z[i];
        }

        double inverse = 1.0 / Math.Max(_hits.TotalPe, 1e-9);
        return new Position(inverse * x, inverse * y, inverse * z);
    }
}
