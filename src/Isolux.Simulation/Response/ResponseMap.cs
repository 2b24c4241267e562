using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Response;

/// <summary>Everything needed to turn light made at a point into photoelectrons without tracking photons.</summary>
/// <param name="Lpmt">Probability that a scintillation photon ends as a photoelectron of a large PMT.</param>
/// <param name="Spmt">The same for the small PMTs; zero everywhere where there are none.</param>
/// <param name="CherenkovRatio">Detection probability of a Cherenkov photon (200 to 700 nm) over that of a scintillation photon, against radius in mm.</param>
/// <param name="Pattern">Channels and flight times.</param>
/// <param name="Quality">How precisely the build knows the map.</param>
public sealed record ResponseMap(LightMap Lpmt, LightMap Spmt, SampledCurve CherenkovRatio, HitPattern Pattern, ResponseMapQuality Quality);
