using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Simulation.Particles;
using Isolux.Storage.Documents;
using Isolux.Strategy.Capsules;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>The paired measurement of energy lost in capsules, with the same light everywhere. Fixed seed.</summary>
public sealed class EnergyLossMeasurementTests
{
    private const int Events = 6000;
    private static readonly DetectorDescription s_juno = DetectorLoader.Load("juno", []);
    private static readonly CapsuleLine s_caesium = CapsuleLine.Of(s_juno).Single(line => line.Name == "Cs137");
    private readonly EnergyLossMeasurement _measurement = new(
        s_juno, new UniformLightResponse(1350.0, 0.08), 0.0, new CapsuleStudySettings(5, 2, Events, 8, Events, 1) { FurtherShapes = [PeakShape.Gaussian] });

    [Fact]
    public void A_capsule_of_dust_moves_nothing()
    {
        const double dustMm = 1e-3;
        CoveredCylinder Dust(CoveredCylinder solid) => solid with { DiameterMm = dustMm, HeightMm = dustMm, Covering = null };
        SourceFixture fixture = s_caesium.Capsule.Fixture;
        SourceCapsule dust = new(
            "dust", 0.0, 0.0, Dust(s_caesium.Capsule.Body), fixture with { Connector = Dust(fixture.Connector), Weight = Dust(fixture.Weight), Cable = fixture.Cable with { DiameterMm = 0.0 } });
        EnergyLoss loss = Measure(dust);
        Assert.InRange(loss.TouchedFraction, 0.0, 0.002);
        Assert.InRange(Math.Abs(loss.Bias.ValuePercent), 0.0, 0.01);
        Assert.InRange(Math.Abs(loss.Biases[PeakShape.Gaussian].ValuePercent), 0.0, 0.01);
    }

    [Fact]
    public void More_steel_moves_a_plain_Gaussian_further_and_tails_take_most_of_it()
    {
        CoveredCylinder body = s_caesium.Capsule.Body;
        EnergyLoss declared = Measure(s_caesium.Capsule);
        EnergyLoss thick = Measure(s_caesium.Capsule with { Body = body with { DiameterMm = 20.0, HeightMm = 20.0 } });
        Assert.True(thick.TouchedFraction > 1.5 * declared.TouchedFraction);
        MeasuredPercent gaussian = thick.Biases[PeakShape.Gaussian];
        Assert.True(gaussian.ValuePercent < -3.0 * gaussian.ErrorPercent);
        Assert.True(gaussian.ValuePercent < declared.Biases[PeakShape.Gaussian].ValuePercent);
        Assert.True(Math.Abs(thick.Bias.ValuePercent) < 0.5 * Math.Abs(gaussian.ValuePercent));
    }

    [Fact]
    public void Pairing_makes_the_error_smaller_than_that_of_independent_samples()
    {
        EnergyLoss loss = Measure(s_caesium.Capsule);
        double independentPercent = 100.0 * Math.Sqrt(2.0) * loss.Peak.MeanError / loss.Peak.Mean;
        Assert.InRange(loss.Biases[PeakShape.Gaussian].ErrorPercent, 0.0, 0.9 * independentPercent);
    }

    [Fact]
    public void Fits_start_above_the_light_left_at_a_Compton_edge()
    {
        // Two annihilation gammas: one of them leaves at most 2/3 of its 511 keV in the capsule, 0.667 of the line is left, and 0.05 more for the width of the edge.
        CapsuleLine germanium = CapsuleLine.Of(s_juno).Single(line => line.Name == "Ge68");
        Assert.Equal((2.0 / 3.0) + 0.05, germanium.LowestFitFraction, 12);
        Assert.Equal(LinePeakFitter.DefaultLowestFraction, s_caesium.LowestFitFraction);
    }

    private EnergyLoss Measure(SourceCapsule capsule)
    {
        CapsuleLine line = s_caesium with { Capsule = capsule };
        int[] bare = _measurement.Bare(line, Events, 1, CancellationToken.None);
        return _measurement.Measure(line, bare, 1, CancellationToken.None);
    }
}
