using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Calibration.Peaks;
using Isolux.Detector.Sources;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Points;

/// <summary>
/// What a calibration point will find without simulating its events anew: stored showers of the source, moved to the point, make photoelectrons from the light map, and the calibration's own fit finds their peak.
/// Where the response turns over within a shower's length, peaks are neither Gaussian nor at the mean; a mean of whole events would miss them by percents.
/// </summary>
/// <remarks>Every point uses the same showers and the same fluctuations, so that the small differences between neighbouring points are real.</remarks>
internal sealed class ExpectedMeasurement
{
    // Inside, every shower is whole or nearly so and the first ones will do, each drawn several times; from outside only a few in a hundred are, and all are needed.
    private const int TemplateCount = 16_000;
    private const int DrawsInside = 8;

    // Enough to find the peak at the centre with; every other point starts from the fitted width.
    private const double StartingWidth = 0.022;
    private readonly DetectorSimulation _simulation;
    private readonly ShowerTemplate[] _templates;
    private readonly double[] _fluctuations;
    private readonly PeakFit _centre;

    /// <summary>Simulates the showers and measures the centre.</summary>
    /// <param name="simulation">The detector.</param>
    /// <param name="source">The source.</param>
    /// <param name="seed">Seed.</param>
    /// <exception cref="InvalidOperationException">There is no peak at the centre.</exception>
    public ExpectedMeasurement(DetectorSimulation simulation, CalibrationSource source, ulong seed)
    {
        _simulation = simulation;
        SourceGenerator capture = new(source, Position.Centre, simulation.Geometry.ScintillatorRadiusMm);
        _templates = new ShowerTemplateFactory(simulation.Showers, simulation.Light.EquivalentPhotons, seed).Make(capture, TemplateCount, RandomRuns.SourceTemplates);
        RandomSequence random = new(seed, RandomRuns.SourceTemplates, RandomStream.PointSelection, 0, 0);
        _fluctuations = new double[TemplateCount];
        for (int i = 0; i < _fluctuations.Length; i++)
        {
            _fluctuations[i] = random.NextNormal();
        }

        _centre = Peak(string.Empty, Position.Centre, Position.Centre, StartingWidth);
        if (_centre.Status != FitStatus.Converged)
        {
            throw new InvalidOperationException($"The peak of {source.Name} at the centre of {simulation.Detector.Name} cannot be fitted ({_centre.Status}).");
        }

        LightYieldPePerMeV = (_centre.Mean - simulation.DarkNoiseMeanPe) / source.GammaLinesMeV.Sum();
    }

    /// <summary>Light yield: peak of the source at the centre over the energy of its line, PE/MeV.</summary>
    public double LightYieldPePerMeV { get; }

    /// <summary>What a system will find at a point.</summary>
    /// <param name="system">The system.</param>
    /// <param name="position">Where the source is.</param>
    /// <param name="events">Events of the source.</param>
    /// <returns>Null where there is no peak to fit.</returns>
    public CandidatePoint? At(string system, Position position, int events)
    {
        double radiusMm = 0;
        double cosTheta = 0;
        int whole = 0;
        int used = _templates.Length / Draws(position);
        foreach (ShowerTemplate template in _templates.AsSpan(0, used))
        {
            if (template.TryPlace(_simulation.Geometry.ScintillatorRadiusMm, position, out Position centre))
            {
                whole++;
                radiusMm += centre.RadiusMm;
                cosTheta += centre.CosTheta;
            }
        }

        if (whole == 0)
        {
            return null;
        }

        var light = Position.FromSpherical(radiusMm / whole, cosTheta / whole, position.PhiRad);
        PeakFit peak = Peak(system, position, light, _centre.Sigma / _centre.Mean);
        double reference = _centre.Mean - _simulation.DarkNoiseMeanPe;
        return peak.Status != FitStatus.Converged ? null : new CandidatePoint(
            system,
            position,
            (peak.Mean - _simulation.DarkNoiseMeanPe) / reference,
            peak.MeanError * Math.Sqrt((double)_fluctuations.Length / events) / reference,
            radiusMm / whole,
            cosTheta / whole,
            (double)whole / used);
    }

    /// <summary>The same for many points; those without a peak are left out.</summary>
    public ImmutableArray<CandidatePoint> At(IReadOnlyList<(string System, Position Position)> points, int events, int threadCount)
    {
        CandidatePoint?[] found = new CandidatePoint?[points.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, i => found[i] = At(points[i].System, points[i].Position, events));
        return [.. found.OfType<CandidatePoint>()];
    }

    private PeakFit Peak(string system, Position position, Position lightCentre, double widthFraction)
    {
        double efficiency = _simulation.Efficiencies?.Evaluate(position) ?? 1.0;
        int draws = Draws(position);
        int[] counts = new int[_fluctuations.Length];
        for (int t = 0; t < _templates.Length / draws; t++)
        {
            double meanPe = (efficiency * _templates[t].ExpectedPe(_simulation.Map.Lpmt, position)) + _simulation.DarkNoiseMeanPe;
            double widthPe = Math.Sqrt(meanPe);
            for (int k = t * draws; k < (t + 1) * draws; k++)
            {
                counts[k] = Math.Max(0, (int)Math.Round(meanPe + (widthPe * _fluctuations[k])));
            }
        }

        return new SourcePeakFinder(NonUniformityCalibrator.Window).Find(new SourceSample(system, position, lightCentre, counts), widthFraction);
    }

    private int Draws(Position position) => position.RadiusMm < _simulation.Geometry.ScintillatorRadiusMm ? DrawsInside : 1;
}
