using Isolux.Calibration.Peaks;
using Isolux.Detector.Light;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Points;

/// <summary>
/// The figure of merit a~ read at one energy, where it equals 1.6 times the relative width, from the same positrons for every correction, at their true vertices: differences between corrections are
/// much better known than a~ itself.
/// </summary>
internal sealed class DirectResolution
{
    private const int Replicas = 60;
    private const double Percent = 100.0;
    private readonly SimulatedEvents _events;
    private readonly double _darkNoisePe;
    private readonly double _lightYieldPePerMeV;
    private readonly RunSettings _settings;
    private readonly GaussianPeakFitter _peaks = new(PeakFitSettings.Symmetric);

    public DirectResolution(DetectorSimulation simulation, double lightYieldPePerMeV, int count, RunSettings settings, CancellationToken cancellation)
    {
        int direct = PositronEnergies.AllMeV.Length - 1;
        _events = simulation.Samples.Simulate(PositronSamples.UniformGenerator(simulation, direct), count, RandomRuns.UniformPositrons + (uint)direct, cancellation);
        (_darkNoisePe, _lightYieldPePerMeV, _settings) = (simulation.DarkNoiseMeanPe, lightYieldPePerMeV, settings);
    }

    /// <summary>Visible energies after a correction by the response at the true vertex.</summary>
    public double[] Correct(Func<Position, double> responseAt)
    {
        double[] energiesMeV = new double[_events.PhotoElectrons.Length];
        Parallel.For(0, energiesMeV.Length, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads }, i =>
            energiesMeV[i] = (_events.PhotoElectrons[i] - _darkNoisePe) / (_lightYieldPePerMeV * responseAt(_events.Vertices[i])));
        return energiesMeV;
    }

    /// <summary>a~ and its statistical error, percent.</summary>
    public (double ATildePercent, double ErrorPercent) Of(double[] energiesMeV)
    {
        PeakFit peak = Fit(energiesMeV);
        double percent = Percent * ATilde(peak);
        return (percent, percent * peak.SigmaError / peak.Sigma);
    }

    /// <summary>Standard error of the difference of a~ between two corrections of the same events, percent.</summary>
    public double PairedErrorPercent(double[] energiesMeV, double[] otherMeV)
    {
        double[] differences = new double[Replicas];
        Parallel.For(0, Replicas, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads }, replica =>
        {
            RandomSequence random = new(_settings.Seed, 2, RandomStream.Bootstrap, (uint)replica, 0);
            int[] drawn = new int[energiesMeV.Length];
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[i] = (int)(((ulong)random.NextUInt32() * (ulong)drawn.Length) >> 32);
            }

            differences[replica] = ATilde(Fit(Array.ConvertAll(drawn, i => energiesMeV[i]))) - ATilde(Fit(Array.ConvertAll(drawn, i => otherMeV[i])));
        });
        RunningMoments moments = new();
        Array.ForEach(differences, moments.Add);
        return Percent * moments.StandardDeviation;
    }

    private static double ATilde(PeakFit peak) =>
        ResolutionModel.ConstantTermWeight * peak.Sigma / peak.Mean * Math.Sqrt(peak.Mean / ResolutionModel.DirectEnergyMeV);

    private PeakFit Fit(double[] energiesMeV)
    {
        RunningMoments moments = new();
        Array.ForEach(energiesMeV, moments.Add);
        return _peaks.Fit(energiesMeV, moments.Mean, moments.StandardDeviation);
    }
}
