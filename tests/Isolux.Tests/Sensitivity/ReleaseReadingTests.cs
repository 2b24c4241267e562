using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Sensitivity.Studies;
using Isolux.Storage.DataSets;
using Xunit;

namespace Isolux.Tests.Sensitivity;

public sealed class ReleaseReadingTests
{
    private const double RadiusMm = 17_200.0;

    [Fact]
    public void Photoelectrons_are_read_with_another_light_yield_and_dark_noise()
    {
        ConditionsSnapshot truth = ConditionsSnapshot.NominalForTestsOnly(new LightYieldPayload(1345.0, 0.5, "test"), new DarkNoisePayload(142.7, 0.0, 300.0, "test"));
        ConditionsSnapshot used = ConditionsSnapshot.NominalForTestsOnly(new LightYieldPayload(1340.0, 0.5, "test"), new DarkNoisePayload(140.0, 0.0, 300.0, "test"));
        ReleaseReading reading = ReleaseReading.Of(truth, used, RadiusMm);

        // 2 MeV make 2 x 1345 + 142.7 PE; the other release says (2832.7 - 140)/1340.
        Assert.Equal((2832.7 - 140.0) / 1340.0, (2.0 * reading.ScaleRatio) + reading.OffsetMeV, 1e-12);
        Assert.Equal(0.0, reading.SpreadFraction);
        Assert.Equal(ReleaseReading.Identity, ReleaseReading.Of(truth, truth, RadiusMm));
    }

    // g = 1 against g = 1 + s x with x = (r/R)^3, even from 0 to 1: mean of the ratio ln(1 + s)/s, its square's mean 1/(1 + s).
    [Fact]
    public void Maps_move_the_scale_by_their_mean_and_spread_it_by_their_difference()
    {
        const double slope = 0.02;
        ReleaseReading reading = ReleaseReading.Of(ConditionsSnapshot.NominalForTestsOnly(Map(0.0)), ConditionsSnapshot.NominalForTestsOnly(Map(slope)), RadiusMm);
        double mean = Math.Log(1.0 + slope) / slope;
        Assert.Equal(mean, reading.ScaleRatio, 1e-6);
        Assert.Equal(Math.Sqrt((1.0 / (1.0 + slope)) - (mean * mean)) / mean, reading.SpreadFraction, 1e-5);
    }

    [Fact]
    public void A_constant_that_one_release_lacks_changes_nothing() =>
        Assert.Equal(ReleaseReading.Identity, ReleaseReading.Of(ConditionsSnapshot.NominalForTestsOnly(Map(0.1)), ConditionsSnapshot.NominalForTestsOnly(), RadiusMm));

    [Fact]
    public void A_calibrated_scale_is_written_as_the_table_a_detector_declares()
    {
        ElectronNonLinearityPayload payload = new("m", [], [], [], [0.01, 1.0, 10.0], [0.8, 0.95, 1.0], [1.022, 3.0, 6.0], [0.89, 0.97, 1.0], [4e-6, 0, 0, 0, 1e-6, 0, 0, 0, 1e-12], "test");
        string[] lines = PositronScaleTable.Write(payload, "a test").Split('\n');
        Assert.Equal("# source: a test", lines[1]);
        Assert.Equal("energyMeV,ratio,mode1,mode2", lines[2]);
        Assert.StartsWith("1.022,0.89000,", lines[3], StringComparison.Ordinal);
        Assert.Equal(0.002, Math.Abs(double.Parse(lines[3].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)), 1e-9);
    }

    // A plane in x: the spline has no bending weights.
    private static NonUniformityMapPayload Map(double slope) => new(
        RadiusMm, 0.5, 0.5, 0.0, 1.0, [0.1, 0.5, 0.9], [-0.5, 0.0, 0.5], [0.0, 0.0, 0.0], [1.0 + (0.5 * slope), 0.5 * slope, 0.0], [.. Enumerable.Repeat(0.0, 21)], "test");
}
