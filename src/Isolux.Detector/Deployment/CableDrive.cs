namespace Isolux.Detector.Deployment;

/// <summary>What moves a source on cables, and how far, how fast and how hard it may pull. The same drive turns every cable of a system.</summary>
/// <param name="AccelerationMmPerS2">Acceleration of a planned motion, mm/s2.</param>
/// <param name="BrakeMmPerS2">Deceleration of the brake when an interlock trips, mm/s2.</param>
/// <param name="ParkPathMm">Path from the storage position to where the system begins (the entry of its cable, the end of its tube), mm.</param>
/// <param name="MaximumCableLengthMm">Cable on the drum, mm.</param>
/// <param name="PayloadWeightN">Weight of source, connector and weight in the scintillator, N.</param>
/// <param name="CableWeightNPerM">Weight of the cable in the scintillator, N/m.</param>
/// <param name="CableStiffnessNPerMm">Spring constant of a blocked cable with its suspension, N/mm.</param>
/// <param name="MinimumTensionN">Least tension of the cable that carries the source, N.</param>
/// <param name="MaximumTensionN">Largest tension of any cable, N.</param>
/// <param name="TensionMarginN">An interlock trips this far inside the window, N.</param>
/// <param name="TensionToleranceN">An interlock trips where a cable pulls this much more or less than statics says for its position, N.</param>
/// <param name="DrumRadiusMm">Radius of the innermost turn on the drum, mm.</param>
/// <param name="CableDiameterMm">Diameter of the cable, mm.</param>
public sealed record CableDrive(
    double AccelerationMmPerS2,
    double BrakeMmPerS2,
    double ParkPathMm,
    double MaximumCableLengthMm,
    double PayloadWeightN,
    double CableWeightNPerM,
    double CableStiffnessNPerMm,
    double MinimumTensionN,
    double MaximumTensionN,
    double TensionMarginN,
    double TensionToleranceN,
    double DrumRadiusMm,
    double CableDiameterMm);
