using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Response;

/// <summary>
/// Takes residual terms of the response, azimuth included, from neutron captures spread evenly over the scintillator, and judges what they leave of the response to positrons.
/// </summary>
/// <param name="simulation">The unvaried detector, whose events are shown to the others.</param>
/// <param name="survey">Source and centre of the campaign.</param>
/// <param name="settings">Seed and threads.</param>
internal sealed class ResidualTermsStudy(DetectorSimulation simulation, MapSurvey survey, RunSettings settings)
{
    private const int TemplateCount = 2000;
    private const int TemplatesPerNode = 400;
    private readonly VertexSmearing _smearing = new(settings.Seed);

    /// <summary>Simulates captures as several detectors see them; the calibration knows vertices as well as a reconstruction of their energy would.</summary>
    public VariedEvents Capture(ImmutableArray<DetectorSimulation> detectors, int count, CancellationToken cancellation)
    {
        ImmutableArray<LightVariation> lights = [.. detectors.Select(detector => new LightVariation(detector.Light, detector.DarkNoiseMeanPe, 0.0))];
        UniformSphereGenerator captures = new(ParticleKind.Gamma, LineMeV, simulation.Geometry.ScintillatorRadiusMm);
        return new VariedSampleSimulator(simulation.Showers, simulation.Light, simulation.DarkNoiseMeanPe, settings.Seed, settings.Threads)
            .Simulate(captures, count, RandomRuns.UniformCaptures, lights, cancellation);
    }

    /// <summary>The perfectly known response of a detector to positrons of the direct energy.</summary>
    public FoldedResponse Positrons(DetectorSimulation detector)
    {
        PointGenerator generator = new(ParticleKind.Positron, PositronEnergies.DirectMeV, Position.Centre);
        ShowerTemplate[] templates = new ShowerTemplateFactory(detector.Showers, detector.Light.EquivalentPhotons, settings.Seed)
            .Make(generator, TemplateCount, RandomRuns.PositronTemplates + (uint)(PositronEnergies.AllMeV.Length - 1));
        return FoldedResponse.Fold(
            detector.Map.Lpmt, detector.Efficiencies, templates, ResponseAnchor.Vertex, detector.Geometry.FiducialRadiusMm, TemplatesPerNode, settings.Threads);
    }

    /// <summary>Calibrates residual terms from the first captures.</summary>
    /// <param name="detector">The detector that saw them.</param>
    /// <param name="measurement">Its campaign.</param>
    /// <param name="lightCentres">Where their light was made.</param>
    /// <param name="chargesPe">What it saw.</param>
    /// <param name="count">How many to use.</param>
    public ResidualResponse Calibrate(DetectorSimulation detector, CampaignMeasurement measurement, Position[] lightCentres, double[] chargesPe, int count)
    {
        EnergyReconstructor reconstructor = new(
            detector.DarkNoiseMeanPe, measurement.LightYield.ValuePePerMeV, ConstantsRelease.Map(measurement.NonUniformity, "campaign"));
        double peakPe = measurement.LightYield.Peak.Mean;
        double lightPe = peakPe - detector.DarkNoiseMeanPe;
        double centralWidth = measurement.LightYield.Peak.Sigma / lightPe;
        Position[] vertices = new Position[count];
        double[] ratios = new double[count];
        double[] widths = new double[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, i =>
        {
            vertices[i] = _smearing.Smear(lightCentres[i], LineMeV, PositronEnergies.AllMeV.Length, i);
            ratios[i] = reconstructor.Reconstruct(chargesPe[i], vertices[i]).MeV / LineMeV;

            // The Poisson part of the width falls where the response is higher.
            double response = reconstructor.WithoutPosition(peakPe).MeV / reconstructor.Reconstruct(peakPe, vertices[i]).MeV;
            widths[i] = Math.Sqrt((centralWidth * centralWidth) - ((1.0 - (1.0 / response)) / lightPe));
        });
        return new ResidualResponseCalibrator(detector.Geometry.ScintillatorRadiusMm, new ResidualResponseSettings()).Calibrate(vertices, ratios, widths);
    }

    private double LineMeV => survey.Source.GammaLinesMeV[0];
}
