using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Materials;
using Isolux.Events.Beams;
using Isolux.Numerics.Random;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Transparency;

/// <summary>Fits of measurements whose truth is known.</summary>
/// <param name="detector">The detector; it declares beams.</param>
/// <param name="templates">Light of the beams of one wavelength.</param>
/// <param name="seed">Seed.</param>
/// <param name="threads">Threads; no result depends on it.</param>
public sealed class TransparencyClosure(DetectorDescription detector, ImmutableArray<BeamTemplate> templates, ulong seed, int threads)
{
    private const uint SamplesPerToy = 4;

    /// <summary>Pseudo-experiments: pulses fluctuate, every channel has an unknown efficiency, and every group's light is off by the statistics of the template.</summary>
    /// <param name="count">How many.</param>
    /// <param name="logAbsorptionFactor">ln(absorption coefficient now over that of the reference).</param>
    /// <param name="pulses">Pulses of every beam.</param>
    /// <param name="settings">What the fit does not know; efficiencies are drawn with its channel error.</param>
    /// <param name="cancellation">Stops them.</param>
    public ImmutableArray<TransparencyToy> Pseudo(int count, double logAbsorptionFactor, long pulses, TransparencySettings settings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        TransparencyCalibrator calibrator = new(templates, settings);
        var toys = new TransparencyToy[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, toy =>
        {
            uint first = (uint)toy * SamplesPerToy;
            PseudoMeasurements truth = new(detector, templates, Efficiencies(settings.ChannelErrorFraction, (uint)toy));
            ImmutableArray<BeamExposure> reference = truth.Draw(0.0, pulses, seed, first);
            ImmutableArray<BeamExposure> now = truth.Draw(logAbsorptionFactor, pulses, seed, first + 1);
            toys[toy] = new TransparencyToy(calibrator.Calibrate(now), calibrator.Compare(reference, now), calibrator.Compare(reference, truth.Draw(0.0, pulses, seed, first + 2)));
        });
        return [.. toys];
    }

    /// <summary>Measurements simulated photon by photon in another scintillator.</summary>
    /// <param name="absorptionFactor">Absorption coefficient over the declared one, at all wavelengths.</param>
    /// <param name="scatteringFactor">Rayleigh coefficient over the declared one, at all wavelengths.</param>
    /// <param name="count">How many measurements.</param>
    /// <param name="pulses">Pulses of every beam in each.</param>
    /// <param name="firstRun">Number of the first measurement.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    public ImmutableArray<TransparencyResult> Micro(double absorptionFactor, double scatteringFactor, int count, long pulses, uint firstRun, CancellationToken cancellation)
    {
        OpticalMedium scintillator = detector.Media[detector.Geometry!.Shells[0].Medium];
        DetectorDescription other = detector with
        {
            Media = detector.Media.SetItem(scintillator.Name, scintillator with
            {
                AbsorptionLengthMm = scintillator.AbsorptionLengthMm!.Scale(1.0 / absorptionFactor),
                RayleighLengthMm = scintillator.RayleighLengthMm!.Scale(1.0 / scatteringFactor),
            }),
        };
        BeamCampaign campaign = new(other, seed, threads);
        TransparencyCalibrator calibrator = new(templates, new TransparencySettings { ChannelErrorFraction = 0.0, ReemissionErrorFraction = 0.0 });
        return
        [
            .. Enumerable.Range(0, count).Select(i => calibrator.Calibrate(
                campaign.Simulate(campaign.Monitor.Beams, [templates[0].WavelengthNm], pulses, firstRun + (uint)i, null, cancellation).At(templates[0].WavelengthNm))),
        ];
    }

    /// <summary>Efficiencies of the channels, the same for all beams, times the error of the template's groups, each beam's own.</summary>
    private ImmutableArray<ImmutableArray<double>> Efficiencies(double channelError, uint toy)
    {
        var random = new RandomSequence(seed, RandomRuns.BeamToys, RandomStream.ChannelProperties, toy, 0);
        double[] channels = new double[templates[0].GroupOfChannel.Length];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            channels[channel] = Math.Max(0.0, 1.0 + (channelError * random.NextNormal()));
        }

        var beams = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        foreach (BeamTemplate template in templates)
        {
            double[] groups = new double[template.GroupCount];
            for (int group = 0; group < groups.Length; group++)
            {
                groups[group] = 1.0 + (template.RelativeErrors[group] * random.NextNormal());
            }

            beams.Add([.. channels.Select((efficiency, channel) => template.GroupOfChannel[channel] is >= 0 and var group ? efficiency * groups[group] : efficiency)]);
        }

        return beams.ToImmutable();
    }
}
