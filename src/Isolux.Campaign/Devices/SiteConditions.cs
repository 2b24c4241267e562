namespace Isolux.Campaign.Devices;

/// <summary>Conditions under which sources may be moved and data taken.</summary>
/// <param name="OxygenPpm">Oxygen in the gas above the scintillator, ppm.</param>
/// <param name="RadonMBqPerM3">Radon in the gas, mBq/m3.</param>
/// <param name="DataAcquisition">Whether events are recorded.</param>
/// <param name="HighVoltage">Whether the photosensors are on.</param>
public readonly record struct SiteConditions(double OxygenPpm, double RadonMBqPerM3, ServiceState DataAcquisition, ServiceState HighVoltage);
