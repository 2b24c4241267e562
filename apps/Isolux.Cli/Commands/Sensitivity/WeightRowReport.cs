namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Weights by ordering, contents and stochastic term.</summary>
internal sealed record WeightRowReport(string Ordering, string Contents, double A0, double B, double BError, double CInverse, double CInverseError);
