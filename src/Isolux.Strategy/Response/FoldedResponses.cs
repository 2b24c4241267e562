using Isolux.Detector.Sources;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Response;

/// <summary>The perfectly known responses the upper rows of the table correct with: positrons of every kinetic energy, and the calibration source.</summary>
internal sealed record FoldedResponses(FoldedResponse[] Positrons, FoldedResponse Source)
{
    private const int TemplateCount = 2000;
    private const int TemplatesPerNode = 400;

    public static FoldedResponses Fold(
        DetectorSimulation simulation, CalibrationSource source, RunSettings settings, IProgress<double>? progress, CancellationToken cancellation)
    {
        ShowerTemplateFactory factory = new(simulation.Showers, simulation.Light.EquivalentPhotons, settings.Seed);
        double radiusMm = simulation.Geometry.FiducialRadiusMm;
        int energies = PositronEnergies.AllMeV.Length;
        FoldedResponse[] positrons = new FoldedResponse[energies];
        for (int i = 0; i < energies; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            PointGenerator generator = new(ParticleKind.Positron, PositronEnergies.AllMeV[i], Position.Centre);
            ShowerTemplate[] templates = factory.Make(generator, TemplateCount, RandomRuns.PositronTemplates + (uint)i);
            positrons[i] = FoldedResponse.Fold(simulation.Map.Lpmt, simulation.Efficiencies, templates, ResponseAnchor.Vertex, radiusMm, TemplatesPerNode, settings.Threads);
            progress?.Report((i + 1.0) / (energies + 1));
        }

        FoldedResponse folded = OfSource(simulation, source, settings);
        progress?.Report(1.0);
        return new FoldedResponses(positrons, folded);
    }

    /// <summary>The perfectly known response to the calibration source.</summary>
    public static FoldedResponse OfSource(DetectorSimulation simulation, CalibrationSource source, RunSettings settings)
    {
        SourceGenerator capture = new(source, Position.Centre, simulation.Geometry.ScintillatorRadiusMm);
        ShowerTemplate[] gammas = new ShowerTemplateFactory(simulation.Showers, simulation.Light.EquivalentPhotons, settings.Seed).Make(capture, TemplateCount, RandomRuns.SourceTemplates);
        return FoldedResponse.Fold(
            simulation.Map.Lpmt, simulation.Efficiencies, gammas, ResponseAnchor.LightCentre, simulation.Geometry.FiducialRadiusMm, TemplatesPerNode, settings.Threads);
    }
}
