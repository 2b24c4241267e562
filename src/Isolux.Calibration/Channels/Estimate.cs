namespace Isolux.Calibration.Channels;

/// <summary>A value with its standard error.</summary>
internal readonly record struct Estimate(double Value, double Error);
