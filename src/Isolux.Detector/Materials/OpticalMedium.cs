using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Materials;

/// <summary>Optical properties of a medium as functions of the vacuum wavelength in nm. Lengths in mm; null where a process is absent.</summary>
public sealed record OpticalMedium(
    string Name,
    SampledCurve RefractiveIndex,
    SampledCurve? AbsorptionLengthMm,
    SampledCurve? RayleighLengthMm,
    Reemission? Reemission);
