using Isolux.Quantities;

namespace Isolux.Simulation.Samples;

/// <summary>Events seen by several varied detectors, columns in event order.</summary>
/// <param name="ChargesPe">Charge of the large PMTs, PE, dark noise included; shape [variations][events].</param>
/// <param name="LightCentres">Mean position of the scintillation light; the detector's centre where there is none.</param>
public sealed record VariedEvents(double[][] ChargesPe, Position[] LightCentres);
