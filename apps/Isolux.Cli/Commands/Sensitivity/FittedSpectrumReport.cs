namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Fitted parameters of a spectrum; dm21 in eV2.</summary>
internal sealed record FittedSpectrumReport(double Sin2Theta12, double Sin2Theta12Error, double Dm21, double Dm21Error, double Chi2, int Bins);
