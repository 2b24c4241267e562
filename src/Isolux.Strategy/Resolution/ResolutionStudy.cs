using System.Collections.Immutable;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// The rows of the resolution table: the same positrons corrected with less and less knowledge, from the perfect response at the true vertex to the published
/// constants at a smeared vertex.
/// </summary>
internal sealed class ResolutionStudy(EnergyReconstructor reconstructor, FoldedResponses responses, RunSettings settings)
{
    // Gaussian on each of x, y, z (JHEP 03 (2021) 004 quotes the resolution; that it holds per axis is an assumption).
    private const double VertexSmearingMm = 80.0;

    public ResolutionRowFit[] Fit(PositronSamples samples, out ImmutableArray<double> stepErrors)
    {
        ImmutableArray<PromptRow> corrected =
        [
            Row(ResolutionRowNames.IdealCorrection, samples.Uniform, (energy, _, pe, vertex) =>
                reconstructor.WithoutPosition(pe).MeV / responses.Positrons[energy].Evaluate(vertex)),
            Row(ResolutionRowNames.AzimuthalSymmetry, samples.Uniform, (energy, _, pe, vertex) =>
                reconstructor.WithoutPosition(pe).MeV / responses.Positrons[energy].EvaluateAzimuthalMean(vertex.RadiusMm, vertex.CosTheta)),
            Row(ResolutionRowNames.SingleGammaSource, samples.Uniform, (_, _, pe, vertex) =>
                reconstructor.WithoutPosition(pe).MeV / responses.Source.EvaluateAzimuthalMean(vertex.RadiusMm, vertex.CosTheta)),
            Row(ResolutionRowNames.FinitePoints, samples.Uniform, (_, _, pe, vertex) => reconstructor.Reconstruct(pe, vertex).MeV),
            Row(ResolutionRowNames.VertexSmearing, samples.Uniform, (energy, index, pe, vertex) =>
                reconstructor.Reconstruct(pe, Smear(energy, index, pe, vertex)).MeV),
        ];
        PromptRow central = Row(ResolutionRowNames.CentralIbd, samples.Central, (_, _, pe, _) => reconstructor.WithoutPosition(pe).MeV);
        ResolutionTable table = new(settings.Seed, settings.Threads);
        stepErrors = [.. table.StepErrors(corrected)];
        return [.. table.FitRows([central, .. corrected])];
    }

    private delegate double EnergyOf(int energy, int index, int photoElectrons, Position vertex);

    private PromptRow Row(string name, SimulatedEvents[] samples, EnergyOf energyOf)
    {
        double[][] energiesMeV = new double[samples.Length][];
        ParallelOptions options = new() { MaxDegreeOfParallelism = settings.Threads };
        for (int energy = 0; energy < samples.Length; energy++)
        {
            SimulatedEvents events = samples[energy];
            double[] values = new double[events.PhotoElectrons.Length];
            int kind = energy;
            Parallel.For(0, values.Length, options, i => values[i] = energyOf(kind, i, events.PhotoElectrons[i], events.Vertices[i]));
            energiesMeV[energy] = values;
        }

        return new PromptRow(name, energiesMeV);
    }

    private Position Smear(int energy, int index, int photoElectrons, Position vertex)
    {
        RandomSequence random = new(settings.Seed, RandomRuns.VertexSmearing + (uint)energy, RandomStream.VertexSmearing, (uint)index, 0);
        double sigmaMm = VertexSmearingMm / Math.Sqrt(Math.Max(reconstructor.WithoutPosition(photoElectrons).MeV, 0.1));
        return vertex + new Position(sigmaMm * random.NextNormal(), sigmaMm * random.NextNormal(), sigmaMm * random.NextNormal());
    }
}
