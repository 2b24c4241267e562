using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Events.Beams;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Strategy.Transparency;
using Xunit;

namespace Isolux.Tests.Transparency;

/// <summary>The transparency that went in comes out, with honest errors.</summary>
public sealed class TransparencyCalibratorTests
{
    private const long Pulses = 200;
    private static readonly TransparencySettings s_statisticsOnly = new() { ChannelErrorFraction = 0.0, ReemissionErrorFraction = 0.0 };

    [Fact]
    public void Light_without_fluctuations_gives_back_the_truth()
    {
        TransparencyResult result = BeamToy.Calibrator(new TransparencySettings()).Calibrate(Mean(0.08, -0.12));
        Assert.Equal(FitStatus.Converged, result.Fit.Status);
        Assert.Equal(60.0 * Math.Exp(-0.08), result.AbsorptionLengthM, 0.01);
        Assert.Equal(27.0 * Math.Exp(0.12), result.RayleighLengthM, 0.01);
        Assert.Equal(1.0 / ((1.0 / result.AbsorptionLengthM) + (1.0 / result.RayleighLengthM)), result.AttenuationLengthM, 1e-12);
        Assert.All(result.BeamPhotons, photons => Assert.Equal(Pulses * 10_000.0, photons, 0.001 * Pulses * 10_000.0));
        Assert.Equal(1.0, result.ReemissionRatio, 0.01);
    }

    /// <summary>Pulls of 150 pseudo-experiments against templates that share no photon with their truth, but for the truth's own template: mean within 4 errors of 0, width within 4 errors of 1 (false alarm 3e-4 in all).</summary>
    [Fact]
    public void Pulls_are_normal()
    {
        TransparencyCalibrator calibrator = BeamToy.Calibrator(s_statisticsOnly);
        RunningMoments absorption = new(), rayleigh = new();
        for (uint toy = 0; toy < 150; toy++)
        {
            TransparencyChange change = calibrator.Compare(Draw(0.0, 0.0, toy), Draw(0.05, -0.03, toy + 1000));
            Assert.Equal(FitStatus.Converged, change.Fit.Status);
            absorption.Add((change.AbsorptionLengthPercent - (100.0 * (Math.Exp(-0.05) - 1.0))) / change.AbsorptionErrorPercent);
            rayleigh.Add((change.RayleighLengthPercent - (100.0 * (Math.Exp(0.03) - 1.0))) / change.RayleighErrorPercent);
        }

        foreach (RunningMoments pulls in new[] { absorption, rayleigh })
        {
            Assert.InRange(pulls.Mean / pulls.MeanError, -4.0, 4.0);
            Assert.InRange((pulls.StandardDeviation - 1.0) / pulls.StandardDeviationError, -4.0, 4.0);
        }
    }

    /// <summary>
    /// Photons tracked in other scintillators, fitted with the templates of the declared one: lengths within 4 sigma, chi2 probability above 1e-4 (false alarm 5e-4 in all). A fit that took the declared
    /// lengths for true would be off by many sigma.
    /// </summary>
    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(1.35, 1.0)]
    [InlineData(0.6, 1.2)]
    public void Micro_simulation_closes(double absorption, double scattering)
    {
        ImmutableArray<BeamExposure> exposures = BeamToy.Fire(BeamToy.WithCoefficients(absorption, scattering), 100, (uint)(1000 * absorption));
        TransparencyResult result = BeamToy.Calibrator(s_statisticsOnly).Calibrate(exposures);
        Assert.Equal(FitStatus.Converged, result.Fit.Status);
        Assert.InRange((result.AbsorptionLengthM - (60.0 / absorption)) / result.AbsorptionErrorM, -4.0, 4.0);
        Assert.InRange((result.RayleighLengthM - (27.0 / scattering)) / result.RayleighErrorM, -4.0, 4.0);
        Assert.True(result.Fit.PValue > 1e-4, $"p {result.Fit.PValue}");
        bool differs = Math.Abs(1.0 - (result.AbsorptionLengthM / 60.0)) > 4.0 * result.AbsorptionErrorM / result.AbsorptionLengthM;
        Assert.True(differs == (absorption != 1.0), $"{result.AbsorptionLengthM} +- {result.AbsorptionErrorM}");
    }

    /// <summary>A change of the absorption length by 10 % is seen with 5 sigma, none is claimed where there is none (4 sigma, false alarm 6e-5), although channels differ by 8 %.</summary>
    [Fact]
    public void A_wrong_absorption_is_detected_whatever_the_channels()
    {
        ImmutableArray<double> unequal = [.. Enumerable.Range(0, 5000).Select(channel => 1.0 + (0.08 * Math.Sin(channel * channel)))];
        TransparencyCalibrator calibrator = BeamToy.Calibrator(new TransparencySettings());
        TransparencyChange none = calibrator.Compare(Draw(0.0, 0.0, 1, 2000, unequal), Draw(0.0, 0.0, 2, 2000, unequal));
        TransparencyChange shorter = calibrator.Compare(Draw(0.0, 0.0, 3, 2000, unequal), Draw(Math.Log(1.0 / 0.9), 0.0, 4, 2000, unequal));
        Assert.InRange(none.AbsorptionLengthPercent / none.AbsorptionErrorPercent, -4.0, 4.0);
        Assert.InRange((shorter.AbsorptionLengthPercent + 10.0) / shorter.AbsorptionErrorPercent, -4.0, 4.0);
        Assert.True(shorter.AbsorptionLengthPercent < -5.0 * shorter.AbsorptionErrorPercent);
    }

    /// <summary>Without fluctuations, channels that differ by 8 % bend the lengths but leave a change of 4 % within a tenth of itself, with every default of the fit.</summary>
    [Fact]
    public void Unequal_channels_leave_a_change_alone()
    {
        ImmutableArray<double> unequal = [.. Enumerable.Range(0, 5000).Select(channel => 1.0 + (0.08 * Math.Sin(channel * channel)))];
        PseudoMeasurements truth = new(BeamToy.Detector, BeamToy.Templates, [unequal, unequal]);
        TransparencyCalibrator calibrator = BeamToy.Calibrator(new TransparencySettings());
        TransparencyChange change = calibrator.Compare(truth.Mean(0.0, 100_000), truth.Mean(-Math.Log(0.96), 100_000));
        Assert.Equal(-4.0, change.AbsorptionLengthPercent, 0.4);
        Assert.Equal(0.0, change.RayleighLengthPercent, 0.4);
    }

    /// <summary>Where the truth is the simulated scintillator itself the fit starts at its end: errors must still be those of a truth nearby, to 5 %.</summary>
    [Fact]
    public void Errors_do_not_depend_on_where_the_fit_starts()
    {
        TransparencyCalibrator calibrator = BeamToy.Calibrator(s_statisticsOnly);
        TransparencyChange here = calibrator.Compare(Mean(0.0, 0.0), Mean(0.04, 0.0));
        TransparencyChange near = calibrator.Compare(Mean(0.02, 0.03), Mean(0.06, 0.03));
        Assert.Equal(1.0, here.AbsorptionErrorPercent / near.AbsorptionErrorPercent, 0.05);
        Assert.Equal(1.0, here.RayleighErrorPercent / near.RayleighErrorPercent, 0.05);
    }

    [Fact]
    public void Dead_channels_are_left_out_of_both_sides()
    {
        ImmutableArray<BeamExposure> all = Mean(0.05, 0.05);
        int brightest = BeamToy.Templates[0].ChannelPePerPhoton.IndexOf(BeamToy.Templates[0].ChannelPePerPhoton.Max());
        ImmutableArray<BeamExposure> some = [.. all.Select(exposure => exposure.OnlyOn(exposure with { Channels = [.. exposure.Channels.Where(channel => channel != brightest && channel % 7 != 0)] }))];
        TransparencyResult result = BeamToy.Calibrator(s_statisticsOnly).Calibrate(some);
        Assert.Equal(60.0 * Math.Exp(-0.05), result.AbsorptionLengthM, 0.02);
        Assert.Equal(27.0 * Math.Exp(-0.05), result.RayleighLengthM, 0.02);
    }

    [Fact]
    public void Results_do_not_depend_on_threads()
    {
        BeamTemplate one = BeamToy.Simulate(BeamToy.Detector, 200_000, threads: 1)[0];
        BeamTemplate two = BeamToy.Simulate(BeamToy.Detector, 200_000, threads: 2)[0];
        Assert.Equal(one.LogLightCoefficients.AsEnumerable(), two.LogLightCoefficients.AsEnumerable());
        Assert.Equal(one.ChannelPePerPhoton.AsEnumerable(), two.ChannelPePerPhoton.AsEnumerable());
        Assert.Equal(one.RelativeErrors.AsEnumerable(), two.RelativeErrors.AsEnumerable());
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        ImmutableArray<BeamExposure> exposures = Mean(0.0, 0.0);
        TransparencyCalibrator calibrator = BeamToy.Calibrator(new TransparencySettings());
        Assert.Throws<ArgumentException>(() => calibrator.Calibrate([]));
        Assert.Throws<ArgumentException>(() => calibrator.Calibrate([exposures[0] with { Beam = "other" }]));
        Assert.Throws<ArgumentException>(() => calibrator.Compare(exposures, [exposures[0]]));
        Assert.Throws<ArgumentException>(() => new TransparencyCalibrator([], new TransparencySettings()));
        Assert.Throws<ArgumentOutOfRangeException>(() => BeamToy.Calibrator(new TransparencySettings { ChannelErrorFraction = double.NaN }));
    }

    private static ImmutableArray<BeamExposure> Mean(double absorption, double scattering) =>
        [.. BeamToy.Templates.Select(template => new PseudoExposure(BeamToy.Detector, template).Mean(absorption, scattering, Pulses))];

    private static ImmutableArray<BeamExposure> Draw(double absorption, double scattering, uint toy, long pulses = Pulses, ImmutableArray<double>? efficiencies = null) =>
        [.. BeamToy.Templates.Select((template, i) => new PseudoExposure(BeamToy.Detector, template, efficiencies).Draw(absorption, scattering, pulses, 5, toy, (uint)i))];
}
