using System.Collections.Immutable;

namespace Isolux.Conditions.Payloads;

/// <summary>Electrons that carry the light of one gamma.</summary>
/// <param name="EnergyMeV">Energy of the gamma, MeV.</param>
/// <param name="ElectronYield">Electrons per gamma at every node of <see cref="SourceSpectraPayload.ElectronEnergiesMeV"/>.</param>
public sealed record GammaLineSpectrum(double EnergyMeV, ImmutableArray<double> ElectronYield);
