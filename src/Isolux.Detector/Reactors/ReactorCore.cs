namespace Isolux.Detector.Reactors;

/// <summary>One core, or several that are one to the detector.</summary>
/// <param name="Name">Name.</param>
/// <param name="ThermalPowerGW">Full thermal power, GW.</param>
/// <param name="BaselineKm">Distance, km.</param>
/// <param name="PublishedIbdPerDay">Published selected events per day at full power; null where none are.</param>
/// <param name="PublishedSharePercent">Published share of all selected events, percent; null where there is none.</param>
public sealed record ReactorCore(string Name, double ThermalPowerGW, double BaselineKm, double? PublishedIbdPerDay, double? PublishedSharePercent);
