namespace Isolux.Detector.Documents;

/// <summary>How photosensors are read out.</summary>
/// <param name="ChargeHalvedAtPe">True charge of a large PMT at which half of it is measured, PE.</param>
/// <param name="ChargeHalvedSpreadFraction">Relative Gaussian spread of that charge between channels.</param>
/// <param name="Efficiency">Spread of efficiencies and dead channels; without it every channel is as its type declares.</param>
/// <param name="Electronics">Pulses, trigger and channels; without it no readout is simulated.</param>
/// <param name="ChargeSumResolutionFraction">Relative Gaussian spread of the charge of a photoelectron where energies come from summed charges; without it they come from counted photoelectrons.</param>
public sealed record ReadoutDocument(
    Measured ChargeHalvedAtPe,
    Measured ChargeHalvedSpreadFraction,
    EfficiencyDocument? Efficiency = null,
    ElectronicsDocument? Electronics = null,
    Measured? ChargeSumResolutionFraction = null);
