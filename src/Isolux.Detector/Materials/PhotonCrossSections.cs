using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Materials;

/// <summary>
/// Photon cross sections in barn per atom against energy in MeV (NIST XCOM). Pair production is tabulated as it is (0 below threshold)
/// and summed over the nuclear and the electron field.
/// </summary>
public sealed record PhotonCrossSections(SampledCurve IncoherentBarn, SampledCurve PhotoelectricBarn, SampledCurve PairBarn);
