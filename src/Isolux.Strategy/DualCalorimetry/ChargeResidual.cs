namespace Isolux.Strategy.DualCalorimetry;

/// <summary>Event-level instrumental non-linearity at an energy and a radius: summed measured over summed true charge, relative to that of the reference, minus 1.</summary>
/// <param name="EnergyMeV">Kinetic energy of the electrons, MeV.</param>
/// <param name="RadiusM">Radius of their vertices, m; evenly over all directions.</param>
/// <param name="BeforePercent">With the charges as measured, percent.</param>
/// <param name="AfterPercent">With corrected charges, percent.</param>
public sealed record ChargeResidual(double EnergyMeV, double RadiusM, double BeforePercent, double AfterPercent);
