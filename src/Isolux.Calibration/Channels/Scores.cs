namespace Isolux.Calibration.Channels;

/// <summary>Gradient of a log likelihood in offset (o) and walk (w), and its Fisher information.</summary>
internal readonly record struct Scores(double GradientO, double GradientW, double InformationOo, double InformationOw, double InformationWw);
