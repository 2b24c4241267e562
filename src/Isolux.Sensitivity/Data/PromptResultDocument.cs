namespace Isolux.Sensitivity.Data;

/// <summary>Published results of a spectrum.</summary>
/// <param name="Sin2Theta12">sin^2 of the solar angle.</param>
/// <param name="Sin2Theta12Error">Its error.</param>
/// <param name="Dm21Ev2">m2^2 - m1^2, eV2.</param>
/// <param name="Dm21ErrorEv2">Its error, eV2.</param>
/// <param name="Source">Where they come from.</param>
public sealed record PromptResultDocument(double Sin2Theta12, double Sin2Theta12Error, double Dm21Ev2, double Dm21ErrorEv2, string Source);
