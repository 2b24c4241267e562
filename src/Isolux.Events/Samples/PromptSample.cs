using Isolux.Quantities;

namespace Isolux.Events.Samples;

/// <summary>
/// Prompt events of one kind in structure-of-arrays form: photoelectron counts of the large PMTs (light and dark noise) and true vertices.
/// Element i of every column belongs to event i.
/// </summary>
/// <param name="PhotoElectrons">Counted photoelectrons per event, shape [events].</param>
/// <param name="Vertices">True vertex per event, shape [events].</param>
public sealed record PromptSample(ReadOnlyMemory<int> PhotoElectrons, ReadOnlyMemory<Position> Vertices)
{
    /// <summary>Number of events.</summary>
    public int Count => PhotoElectrons.Length;
}
