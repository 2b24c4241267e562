namespace Isolux.Detector.Documents;

/// <summary>One core, or several that are one to the detector.</summary>
/// <param name="ThermalPowerGW">Full thermal power, GW.</param>
/// <param name="BaselineKm">Distance to the detector, km.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="PublishedIbdPerDay">Published selected events per day at full power: compared with, never an input.</param>
/// <param name="PublishedSharePercent">Its published share of the selected events, percent: compared with, never an input.</param>
public sealed record ReactorCoreDocument(double ThermalPowerGW, double BaselineKm, string Source, double? PublishedIbdPerDay = null, double? PublishedSharePercent = null);
