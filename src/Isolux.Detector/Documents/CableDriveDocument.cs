namespace Isolux.Detector.Documents;

/// <summary>Drive of a system's cables.</summary>
/// <param name="AccelerationMPerS2">Acceleration of a planned motion, m/s2.</param>
/// <param name="BrakeMPerS2">Deceleration of the brake, m/s2.</param>
/// <param name="MaximumCableLengthM">Cable on the drum, m.</param>
/// <param name="PayloadWeightN">Weight of the source and its fixture in the scintillator, N.</param>
/// <param name="CableWeightNPerM">Weight of the cable in the scintillator, N/m.</param>
/// <param name="CableStiffnessNPerMm">Spring constant of a blocked cable, N/mm.</param>
/// <param name="MinimumTensionN">Least tension, N.</param>
/// <param name="MaximumTensionN">Largest tension, N.</param>
/// <param name="TensionMarginN">An interlock trips this far inside the window, N.</param>
/// <param name="TensionToleranceN">An interlock trips where a cable pulls this much more or less than statics says for its position, N.</param>
/// <param name="DrumRadiusM">Radius of the innermost turn on the drum, m.</param>
/// <param name="CableDiameterMm">Diameter of the cable, mm.</param>
/// <param name="ParkPathM">Path from the storage position to where the system begins, m; 0 where the park position says it.</param>
public sealed record CableDriveDocument(
    Measured AccelerationMPerS2,
    Measured BrakeMPerS2,
    Measured MaximumCableLengthM,
    Measured PayloadWeightN,
    Measured CableWeightNPerM,
    Measured CableStiffnessNPerMm,
    Measured MinimumTensionN,
    Measured MaximumTensionN,
    Measured TensionMarginN,
    Measured TensionToleranceN,
    Measured DrumRadiusM,
    Measured CableDiameterMm,
    Measured? ParkPathM = null);
