using Isolux.Quantities;

namespace Isolux.Events.Hits;

/// <summary>What was simulated in one event; never part of what reconstruction reads.</summary>
/// <param name="EventNumber">Number of the event in its run.</param>
/// <param name="Vertex">Where the primary particle started.</param>
/// <param name="KineticEnergyMeV">Its kinetic energy, MeV; 0 for light.</param>
/// <param name="DepositedMeV">Energy left in the scintillator, MeV.</param>
/// <param name="LpmtPhotoElectrons">Photoelectrons of light in the large PMTs.</param>
/// <param name="StartTimeNs">Time of the primary particle since the trigger, ns.</param>
public readonly record struct EventTruth(
    uint EventNumber, Position Vertex, double KineticEnergyMeV, double DepositedMeV, int LpmtPhotoElectrons, double StartTimeNs);
