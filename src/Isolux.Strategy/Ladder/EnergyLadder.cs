using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Detector.Neutrons;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Ladder;

/// <summary>
/// Measures every line of a detector's sources at its centre: events with light maps and dark noise, a peak fit, visible over true energy relative to neutron capture on hydrogen.
/// </summary>
/// <param name="detector">The detector, with decay schemes and neutrons declared.</param>
/// <param name="map">Its response map.</param>
/// <param name="settings">Seed, statistics, threads.</param>
public sealed class EnergyLadder(DetectorDescription detector, ResponseMap map, LadderSettings settings)
{
    /// <summary>The line to which ratios are relative.</summary>
    internal const string Reference = "n-H";

    private const double WidthAtOneMeV = 0.03;

    /// <summary>Measures the ladder.</summary>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no neutrons or no capture on hydrogen, or its peak cannot be fitted.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LadderResult Measure(IProgress<double>? progress, CancellationToken cancellation)
    {
        NeutronModel neutrons = detector.Neutrons ?? throw Missing("neutrons", "captures are rungs of the ladder", "declare transport and capture of neutrons");
        ImmutableArray<LadderLine> lines = LadderLine.Of(detector, neutrons);
        if (!lines.Any(line => line.Name == Reference))
        {
            throw Missing("neutrons.nuclides", "every ratio is relative to capture on hydrogen", "declare the nuclide H");
        }

        DetectorSimulation simulation = Simulation();
        LinePeak[] peaks = new LinePeak[lines.Length];
        for (int i = 0; i < peaks.Length; i++)
        {
            peaks[i] = Fit(simulation.DarkNoiseMeanPe, lines[i], lines[i].Shape, Simulate(simulation, lines[i], RandomRuns.EnergyLadder + (uint)i, cancellation));
            progress?.Report((i + 1.0) / peaks.Length);
        }

        int reference = lines.IndexOf(lines.Single(line => line.Name == Reference));
        double yieldPePerMeV = (peaks[reference].Mean - simulation.DarkNoiseMeanPe) / lines[reference].EnergyMeV;
        double yieldError = peaks[reference].MeanError / (peaks[reference].Mean - simulation.DarkNoiseMeanPe);
        return peaks[reference].Status == FitStatus.Converged
            ? new LadderResult([.. lines.Select((line, i) => Line(line, peaks[i], yieldPePerMeV, i == reference ? 0.0 : yieldError, simulation.DarkNoiseMeanPe))], yieldPePerMeV)
            : throw Missing("sources", "the peak of capture on hydrogen cannot be fitted", "simulate more events");
    }

    /// <summary>
    /// The peaks of prompt lines with the recoils of their neutrons over those of the gammas alone, minus 1, with statistical errors; lines that cannot be fitted are left out.
    /// </summary>
    internal ImmutableArray<(string Name, double BiasFraction, double Error)> RecoilBiases(LadderResult ladder, CancellationToken cancellation)
    {
        DetectorSimulation simulation = Simulation();
        var biases = ImmutableArray.CreateBuilder<(string, double, double)>();
        foreach (LadderLine line in LadderLine.Of(detector, detector.Neutrons!).Where(line => line.Kind == LineKind.Prompt))
        {
            LinePeak with = ladder.Lines.Single(measured => measured.Name == line.Name).Peak;
            uint run = RandomRuns.GammasAlone + (uint)biases.Count;
            LinePeak alone = Fit(simulation.DarkNoiseMeanPe, line, line.Shape, Simulate(simulation, line with { Kind = LineKind.Capture }, run, cancellation));
            if (with.IsAccepted && alone.Status == FitStatus.Converged)
            {
                double lightPe = alone.Mean - simulation.DarkNoiseMeanPe;
                double error = Math.Sqrt((with.MeanError * with.MeanError) + (alone.MeanError * alone.MeanError)) / lightPe;
                biases.Add((line.Name, (with.Mean - alone.Mean) / lightPe, error));
            }
        }

        return biases.ToImmutable();
    }

    internal DetectorSimulation Simulation() => new(detector, map, new RunSettings { Seed = settings.Seed, Threads = settings.Threads });

    private int[] Simulate(DetectorSimulation simulation, LadderLine line, uint run, CancellationToken cancellation)
    {
        if (line.Kind != LineKind.Prompt)
        {
            return simulation.Samples.Simulate(new DecayGenerator(line.Scheme, Position.Centre), settings.EventsPerLine, run, cancellation).PhotoElectrons;
        }

        CorrelatedDecay[] decays = NeutronSources(simulation).Simulate(line.Scheme, Position.Centre, settings.EventsPerLine, run, cancellation);
        return Array.ConvertAll(decays, decay => decay.PromptPe);
    }

    internal NeutronSourceSimulator NeutronSources(DetectorSimulation simulation) => new(
        simulation.Showers, detector.Neutrons!, simulation.Geometry.ScintillatorRadiusMm, simulation.Light, simulation.DarkNoiseMeanPe, settings.Seed, settings.Threads);

    internal static LinePeak Fit(double darkNoiseMeanPe, LadderLine line, PeakShape shape, int[] photoElectrons, double lowestFraction = LinePeakFitter.DefaultLowestFraction)
    {
        double widthFraction = WidthAtOneMeV / Math.Sqrt(line.EnergyMeV);
        SourceSample sample = new(line.Name, Position.Centre, Position.Centre, photoElectrons);
        PeakFit start = new SourcePeakFinder(PeakFitSettings.Symmetric with { DataSpacing = 1.0 }).Find(sample, widthFraction);
        double[] values = Array.ConvertAll(photoElectrons, pe => (double)pe);
        return new LinePeakFitter(1.0, lowestFraction).Fit(values, shape, start.Mean, start.Sigma, darkNoiseMeanPe, line.Companions());
    }

    private static SourceLine Line(LadderLine line, LinePeak peak, double yieldPePerMeV, double yieldError, double darkNoisePe)
    {
        double lightPe = peak.Mean - darkNoisePe;
        double ratio = lightPe / (line.EnergyMeV * yieldPePerMeV);
        double error = yieldError > 0 ? peak.MeanError / lightPe : 0.0;
        return new SourceLine(line.Name, line.EnergyMeV, peak, ratio, ratio * Math.Sqrt((error * error) + (yieldError * yieldError)));
    }

    private InvalidSpecificationException Missing(string path, string why, string suggestion) =>
        new(new SpecificationFault(detector.Name, path, null, why, suggestion));
}
