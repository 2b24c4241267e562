namespace Isolux.Strategy.NonLinearity;

/// <summary>Simulated light of positrons at the centre.</summary>
/// <param name="EnergyMeV">T + 1.022 MeV, MeV.</param>
/// <param name="VisibleRatio">Visible over true energy.</param>
public readonly record struct PositronTruthPoint(double EnergyMeV, double VisibleRatio);
