using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Numerics.Statistics;
using Isolux.Simulation.Optics;

namespace Isolux.Strategy.Validation;

/// <summary>Photon transport in plain spheres against an independent code.</summary>
/// <param name="detector">The spheres.</param>
/// <param name="reference">Flashes of the other code.</param>
/// <param name="settings">Statistics.</param>
/// <param name="clock">Clock of the photon bomb.</param>
public sealed class OpticsSection(
    DetectorDescription detector, ImmutableArray<OpticalReferenceRow> reference, ValidationSettings settings, TimeProvider clock) : IValidationSection
{
    private const int FullPhotons = 10_000_000;

    /// <inheritdoc/>
    public string Name => "optics";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        OpticalModel model = new(detector);
        var fractions = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var times = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        List<double> pulls = [];
        double leastProbability = 1.0;
        for (int i = 0; i < reference.Length; i++)
        {
            OpticalReferenceRow row = reference[i];
            PhotonBombResult result = Shoot(model, row, i, cancellation);
            string place = $"{row.Position.ZMm / 1000.0:0.0}";
            Compare(fractions, pulls, place, "detected", result.Detected, row.DetectedFraction, result.Count, row.PhotonCount);
            for (int shell = 0; shell < row.AbsorbedFractions.Length; shell++)
            {
                (string medium, double absorbed) = result.Absorbed[shell];
                Compare(fractions, pulls, place, "absorbed in " + medium, absorbed, row.AbsorbedFractions[shell], result.Count, row.PhotonCount);
            }

            leastProbability = Math.Min(leastProbability, AddTimes(times, pulls, place, result, row));
            progress?.Report((i + 1.0) / reference.Length);
        }

        double largest = pulls.Max(Math.Abs);
        double chi2 = pulls.Sum(pull => pull * pull);
        return new ValidationPage(
            "Photon transport against Geant4",
            [
                $"`{detector.Name}`: {settings.Scale(FullPhotons):N0} photons per position (Geant4 11.4.0: 10,000,000), one wavelength, polarised Rayleigh scattering and Fresnel boundaries. "
                + "Every quantity is compared with the errors of both codes; pull = (Isolux - Geant4) / error.",
                "Fractions are of emitted photons, times from emission to arrival. The hit pattern is 18 bins of cos(theta) of the arrival point, compared by chi2 with 17 degrees of freedom.",
            ],
            [
                new ValidationTable("optics-fractions", "Where photons end.", ["z / m", "quantity", "Isolux", "Geant4", "error", "pull"], fractions.ToImmutable()),
                new ValidationTable("optics-times", "Arrival times and hit pattern.", ["z / m", "mean time / ns", "Geant4 / ns", "pull", "rms time / ns", "Geant4 / ns", "error / ns", "pull", "hit pattern chi2/17", "p"], times.ToImmutable()),
            ],
            $"Of {pulls.Count} pulls the largest is {largest:F2}, their chi2 {chi2:F1}; the smallest probability of a hit pattern is {leastProbability:G2}. "
            + (largest <= 3.0 && leastProbability > 1e-3 ? "The two codes agree within three standard errors everywhere." : "The codes differ beyond three standard errors where a pull says so."));
    }

    private PhotonBombResult Shoot(OpticalModel model, OpticalReferenceRow row, int index, CancellationToken cancellation) => new PhotonBomb(
        model,
        new PhotonBombSettings { Count = settings.Scale(FullPhotons), Seed = settings.Seed + (ulong)index, Threads = settings.Threads, Position = row.Position },
        clock).Simulate(null, cancellation);

    private static void Compare(
        ImmutableArray<ImmutableArray<string>>.Builder table, List<double> pulls, string place, string quantity, double ours, double theirs, double count, double theirCount)
    {
        double error = Math.Sqrt(theirs * (1.0 - theirs) * ((1.0 / count) + (1.0 / theirCount)));
        pulls.Add((ours - theirs) / error);
        table.Add([place, quantity, $"{ours:F6}", $"{theirs:F6}", $"{error:F6}", $"{pulls[^1]:+0.00;-0.00}"]);
    }

    /// <summary>Adds times and hit pattern of a row; the probability of the pattern's chi2.</summary>
    private static double AddTimes(
        ImmutableArray<ImmutableArray<string>>.Builder table, List<double> pulls, string place, PhotonBombResult result, OpticalReferenceRow row)
    {
        double inverseCounts = (1.0 / (result.Detected * result.Count)) + (1.0 / (row.DetectedFraction * row.PhotonCount));
        pulls.Add((result.MeanTimeNs - row.MeanTimeNs) / (row.RmsTimeNs * Math.Sqrt(inverseCounts)));
        string meanPull = $"{pulls[^1]:+0.00;-0.00}";

        // The reference gives no error of its rms; the same distribution gives it the same error per event.
        double rmsErrorNs = result.RmsTimeErrorNs * Math.Sqrt(result.Detected * result.Count * inverseCounts);
        pulls.Add((result.RmsTimeNs - row.RmsTimeNs) / rmsErrorNs);
        double chi2 = 0;
        for (int bin = 0; bin < row.CosThetaFractions.Length; bin++)
        {
            double difference = result.CosThetaHistogram[bin] - row.CosThetaFractions[bin];
            chi2 += difference * difference / (row.CosThetaFractions[bin] * inverseCounts);
        }

        double probability = ChiSquared.UpperTailProbability(chi2, row.CosThetaFractions.Length - 1);
        table.Add(
        [
            place,
            $"{result.MeanTimeNs:F3}",
            $"{row.MeanTimeNs:F3}",
            meanPull,
            $"{result.RmsTimeNs:F3}",
            $"{row.RmsTimeNs:F3}",
            $"{rmsErrorNs:F3}",
            $"{pulls[^1]:+0.00;-0.00}",
            $"{chi2:F1}",
            $"{probability:G2}",
        ]);
        return probability;
    }
}
