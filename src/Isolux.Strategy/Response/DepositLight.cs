using Isolux.Simulation.Particles;

namespace Isolux.Strategy.Response;

/// <summary>Light of a deposit, as scintillation photons would count.</summary>
internal delegate double DepositLight(in EnergyDeposit deposit);
