using Isolux.Simulation.Response;

namespace Isolux.Simulation.Samples;

/// <summary>A detector that sees the same events with other light, other dark noise or charges instead of counts.</summary>
/// <param name="Light">Its light response.</param>
/// <param name="DarkNoiseMeanPe">Its mean dark counts per event, PE.</param>
/// <param name="SinglePeResolution">Relative Gaussian spread of the charge of one photoelectron, light or dark; 0 where photoelectrons are counted.</param>
public sealed record LightVariation(MapLightResponse Light, double DarkNoiseMeanPe, double SinglePeResolution);
