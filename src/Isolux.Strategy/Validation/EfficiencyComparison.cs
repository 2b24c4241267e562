using System.Collections.Immutable;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>
/// The folded efficiency of unequal channels against photoelectrons drawn one by one: of channels from the hit pattern, with the shade of bars that the fold leaves out, the mean relative efficiency.
/// </summary>
internal sealed class EfficiencyComparison(DetectorSimulation simulation, RunSettings settings)
{
    private const int DrawsPerPoint = 2_000_000;
    private const double GoldenFraction = 0.6180339887498949;

    /// <summary>Compares at the centre and at points spread evenly over the fiducial volume.</summary>
    public ImmutableArray<(Position Point, double Folded, double Drawn, double DrawnError)> Compare(int points)
    {
        ChannelEfficiency channels = new(simulation.Detector, settings.Seed);
        var found = new (Position, double, double, double)[points];
        Parallel.For(0, points, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, i =>
        {
            Position point = Position.FromSpherical(
                simulation.Geometry.FiducialRadiusMm * Math.Cbrt(i / (points - 1.0)), (2.0 * (i * GoldenFraction % 1.0)) - 1.0, 2.0 * Math.PI * (i * GoldenFraction * GoldenFraction % 1.0));
            (double mean, double error) = Draw(point, channels.Relative, (uint)i);
            found[i] = (point, simulation.Efficiencies!.Evaluate(point), mean, error);
        });
        return [.. found];
    }

    private (double Mean, double Error) Draw(Position point, ImmutableArray<double> relative, uint index)
    {
        const int Batch = 4096;
        int draws = Math.Max(10 * Batch, (int)(DrawsPerPoint * Math.Min(1.0, settings.StatisticsFactor)));
        int[] channels = new int[Batch];
        float[] flightsNs = new float[Batch];
        RandomSequence random = new(settings.Seed, 0, RandomStream.HitChannel, index, 0);
        HitOrigin origin = simulation.Map.Pattern.Origin(point);
        double sum = 0;
        double squares = 0;
        long count = 0;
        while (count < draws)
        {
            simulation.Map.Pattern.Draw(origin, SensorKind.Lpmt, ref random, channels, flightsNs);
            foreach (int channel in channels)
            {
                sum += relative[channel];
                squares += relative[channel] * relative[channel];
            }

            count += Batch;
        }

        double mean = sum / count;
        return (mean, Math.Sqrt(((squares / count) - (mean * mean)) / count));
    }
}
