namespace Isolux.Simulation.Particles;

/// <summary>Turns the deposits of an event into photoelectrons: with light maps, or photon by photon.</summary>
public interface ILightResponse
{
    /// <summary>
    /// Draws the photoelectrons of one event on the large photosensors: all light, no dark noise. Called from several threads at once; the answer must depend
    /// on the arguments alone.
    /// </summary>
    LightSample Sample(ReadOnlySpan<EnergyDeposit> deposits, ulong seed, uint run, uint eventIndex);
}
