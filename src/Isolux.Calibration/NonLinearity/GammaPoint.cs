using System.Collections.Immutable;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A measured full-absorption peak of gammas that are emitted together.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="GammaEnergiesMeV">Energies of the gammas, MeV; one effective energy where only that is published.</param>
/// <param name="VisibleRatio">Visible over true energy.</param>
/// <param name="Error">Standard error of the ratio.</param>
public sealed record GammaPoint(string Name, ImmutableArray<double> GammaEnergiesMeV, double VisibleRatio, double Error)
{
    /// <summary>Energy of all gammas together, MeV.</summary>
    public double EnergyMeV => GammaEnergiesMeV.Sum();
}
