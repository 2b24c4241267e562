using System.Collections.Immutable;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Reconstruction;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// The rows of the resolution table: the same positrons corrected with less and less knowledge, from the perfect response at the true vertex to the published
/// constants at a smeared vertex.
/// </summary>
internal sealed class ResolutionStudy(EnergyReconstructor reconstructor, FoldedResponses responses, RunSettings settings)
{
    private readonly VertexSmearing _smearing = new(settings.Seed);

    /// <summary>The rows, the one at the centre first; all others share their events.</summary>
    public ImmutableArray<PromptRow> Correct(PositronSamples samples) =>
    [
        Row(ResolutionRowNames.CentralIbd, samples.Central, (_, _, pe, _) => reconstructor.WithoutPosition(pe).MeV),
        Row(ResolutionRowNames.IdealCorrection, samples.Uniform, (energy, _, pe, vertex) =>
            reconstructor.WithoutPosition(pe).MeV / responses.Positrons[energy].Evaluate(vertex)),
        Row(ResolutionRowNames.AzimuthalSymmetry, samples.Uniform, (energy, _, pe, vertex) =>
            reconstructor.WithoutPosition(pe).MeV / responses.Positrons[energy].EvaluateAzimuthalMean(vertex.RadiusMm, vertex.CosTheta)),
        Row(ResolutionRowNames.SingleGammaSource, samples.Uniform, (_, _, pe, vertex) =>
            reconstructor.WithoutPosition(pe).MeV / responses.Source.EvaluateAzimuthalMean(vertex.RadiusMm, vertex.CosTheta)),
        Row(ResolutionRowNames.FinitePoints, samples.Uniform, (_, _, pe, vertex) => reconstructor.Reconstruct(pe, vertex).MeV),
        Row(ResolutionRowNames.VertexSmearing, samples.Uniform, (energy, index, pe, vertex) =>
            reconstructor.Reconstruct(pe, _smearing.Smear(vertex, reconstructor.WithoutPosition(pe).MeV, energy, index)).MeV),
    ];

    /// <summary>Fits the rows and the steps between them.</summary>
    /// <param name="corrected">Rows of <see cref="Correct"/>.</param>
    /// <param name="varied">Rows of the same events seen by varied detectors, each with the name of its base.</param>
    /// <param name="reconstructed">Some of the same events from the real reconstruction, compared with the smeared vertex; null where there are none.</param>
    public ResolutionRows Fit(ImmutableArray<PromptRow> corrected, ImmutableArray<(PromptRow Row, string BaseRow)> varied, ReconstructedRow? reconstructed)
    {
        ResolutionTable table = new(settings.Seed, settings.Threads);
        ImmutableArray<PromptRow> shared = [.. corrected.Skip(1), .. varied.Select(variation => variation.Row)];
        string[] names = [.. shared.Select(row => row.Name)];
        ImmutableArray<(int From, int To)> pairs =
        [
            .. Enumerable.Range(0, corrected.Length - 2).Select(i => (i, i + 1)),
            .. varied.Select(variation => (Array.IndexOf(names, variation.BaseRow), Array.IndexOf(names, variation.Row.Name))),
        ];
        ResolutionRows rows = new(table.FitRows([corrected[0], .. shared]), table.Steps(shared, pairs));
        return reconstructed is null
            ? rows
            : new ResolutionRows(
                [.. rows.Fits, .. table.FitRows([reconstructed.Row])],
                [.. rows.Steps, .. table.Steps([reconstructed.Select(corrected.Single(row => row.Name == ResolutionRowNames.VertexSmearing)), reconstructed.Row], [(0, 1)])]);
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
}
