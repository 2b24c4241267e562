using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Materials;

/// <summary>
/// Re-emission of absorbed light: isotropic, with the tabulated probability per absorbed wavelength (nm), at a wavelength drawn from the
/// emission spectrum not below the absorbed one, after an exponential delay (ns).
/// </summary>
public sealed record Reemission(SampledCurve Probability, double LifetimeNs);
