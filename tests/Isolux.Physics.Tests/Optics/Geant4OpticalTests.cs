using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Physics.Tests.Optics;

/// <summary>
/// Photon transport in plain spheres against Geant4 11.4.0, with reduced statistics. The statistic of a row is chi2 with 21 degrees of freedom: where the photons
/// ended (4 classes), mean time, and the hit pattern (18 bins); both errors enter. Fixed seed, false-alarm rate 5e-5 per row.
/// </summary>
public sealed class Geant4OpticalTests
{
    private const int Photons = 500_000;
    private const double Limit = 56.0;
    private static readonly Geant4Row[] Rows = Geant4Row.Read();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Row_agrees(int row) => Assert.InRange(ChiSquared(new OpticalModel(OpticalToys.Spheres()), Rows[row], Photons, seed: 20), 0.0, Limit);

    /// <summary>Power: at 16.5 m, with twice the photons, a Rayleigh length 3 % too long must be rejected.</summary>
    [Fact]
    public void A_longer_Rayleigh_length_is_rejected() =>
        Assert.True(ChiSquared(new OpticalModel(OpticalToys.Spheres(rayleighScale: 1.03)), Rows[4], 2 * Photons, seed: 20) > Limit);

    /// <summary>
    /// Power: light without polarisation (s and p averaged at boundaries) must be rejected beyond 16 m, and a plain program that keeps it must not. The statistic is
    /// the same, with four times the photons: 500,000 would expect a chi2 of 45 for the mutant, these 105.
    /// </summary>
    [Theory]
    [InlineData(PolarisationMemory.Kept, false)]
    [InlineData(PolarisationMemory.Lost, true)]
    public void Light_without_polarisation_is_rejected(PolarisationMemory memory, bool rejected)
    {
        const int photons = 4 * Photons;
        PlainSpheresResult result = new PlainSpheres(memory).Simulate(1_000.0 * Rows[5].ZM, photons, seed: 20);
        double chi2 = ChiSquared(Rows[5], photons, result.Detected, result.Absorbed, result.MeanTimeNs, result.CosTheta);
        Assert.True(chi2 > Limit == rejected, $"chi2 is {chi2}");
    }

    private static double ChiSquared(OpticalModel model, Geant4Row row, int photons, ulong seed)
    {
        PhotonBombResult result = new PhotonBomb(
            model,
            new PhotonBombSettings { Count = photons, Seed = seed + (ulong)row.ZM, Threads = 2, Position = Position.FromMetres(0, 0, row.ZM) },
            TimeProvider.System).Simulate();
        return ChiSquared(row, photons, result.Detected, result.Absorbed.Select(a => a.Value), result.MeanTimeNs, result.CosThetaHistogram);
    }

    private static double ChiSquared(
        Geant4Row row, int photons, double detectedFraction, IEnumerable<double> absorbed, double meanTimeNs, IEnumerable<double> cosTheta)
    {
        double detected = detectedFraction * photons;
        double chi2 = 0.0;
        foreach ((double ours, double theirs) in absorbed.Zip(row.Absorbed))
        {
            chi2 += (ours - theirs) * (ours - theirs) / (theirs * ((1.0 / photons) + (1.0 / row.Photons)));
        }

        chi2 += (detectedFraction - row.Detected) * (detectedFraction - row.Detected) / (row.Detected * ((1.0 / photons) + (1.0 / row.Photons)));
        double timeVariance = row.RmsTimeNs * row.RmsTimeNs * ((1.0 / detected) + (1.0 / row.DetectedPhotons));
        chi2 += Math.Pow(meanTimeNs - row.MeanTimeNs, 2) / timeVariance;
        foreach ((double ours, double theirs) in cosTheta.Zip(row.CosTheta))
        {
            chi2 += (ours - theirs) * (ours - theirs) / (theirs * ((1.0 / detected) + (1.0 / row.DetectedPhotons)));
        }

        return chi2;
    }
}
