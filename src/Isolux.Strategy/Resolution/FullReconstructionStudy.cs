using Isolux.Conditions.Payloads;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Strategy.Reconstruction;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// The last row of the resolution table: positrons of the other rows with their hits, vertex and energy from the likelihood of charges and times with published constants, no smearing and no true vertex.
/// </summary>
internal sealed class FullReconstructionStudy(DetectorSimulation simulation, ExpectedLightMapPayload light, LightYieldPayload lightYield, RunSettings settings)
{
    /// <summary>Reconstructs the first of the uniform positrons of every energy.</summary>
    /// <param name="positrons">How many of each energy, 1 or more; at most as many as the other rows have.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReconstructedRow Correct(int positrons, IProgress<double>? progress, CancellationToken cancellation)
    {
        FullReconstruction reconstruction = new(
            simulation.Detector, simulation.Map, light, lightYield, new ReconstructionSettings(), settings.Seed, settings.Threads);
        int energies = PositronEnergies.AllMeV.Length;
        double[][] energiesMeV = new double[energies][];
        int[][] converged = new int[energies][];
        Position[][] vertices = new Position[energies][];
        for (int energy = 0; energy < energies; energy++)
        {
            (ReconstructedEvent Event, EventTruth Truth)[] results = reconstruction.Reconstruct(
                PositronSamples.UniformGenerator(simulation, energy), positrons, RandomRuns.UniformPositrons + (uint)energy, null, cancellation);
            converged[energy] = [.. Enumerable.Range(0, results.Length).Where(i => results[i].Event.Status == RecoStatus.Converged)];
            energiesMeV[energy] = Array.ConvertAll(converged[energy], i => results[i].Event.Energy.MeV);
            vertices[energy] = Array.ConvertAll(converged[energy], i => results[i].Event.Vertex);
            progress?.Report((energy + 1.0) / energies);
        }

        return new ReconstructedRow(new PromptRow(ResolutionRowNames.FullReconstruction, energiesMeV), converged, vertices, energies * positrons);
    }
}
