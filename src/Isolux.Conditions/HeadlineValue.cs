namespace Isolux.Conditions;

/// <summary>One number that sums a payload up: its name, value, error where one is known, and unit.</summary>
public sealed record HeadlineValue(string Name, double Value, double? Error, string Unit);
