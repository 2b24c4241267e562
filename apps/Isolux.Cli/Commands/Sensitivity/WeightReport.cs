namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>The weights: of b, the inverse of that of c, and the stochastic term in percent they hold at.</summary>
internal sealed record WeightReport(double B, double BError, double CInverse, double CInverseError, double A0);
