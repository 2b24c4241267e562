using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A model of the non-linearity of electrons.</summary>
/// <remarks>
/// What to use when: <see cref="BirksCherenkovModel"/> where stopping power and Cherenkov light are trusted, it needs three parameters;
/// <see cref="EmpiricalModel"/> as a check that does not. Their difference is a part of the systematic error.
/// </remarks>
public interface IElectronModel
{
    /// <summary>Name in results.</summary>
    string Name { get; }

    /// <summary>Parameters with start values and bounds.</summary>
    ImmutableArray<FitParameter> Parameters { get; }

    /// <summary>Visible over kinetic energy.</summary>
    /// <param name="energiesMeV">Kinetic energies, MeV.</param>
    /// <param name="parameterValues">One per parameter.</param>
    /// <param name="visibleRatio">Receives one value per energy.</param>
    void Evaluate(ReadOnlySpan<double> energiesMeV, ReadOnlySpan<double> parameterValues, Span<double> visibleRatio);
}
