using System.Collections.Immutable;
using Isolux.Sensitivity.Response;

namespace Isolux.Sensitivity.Spectra;

/// <summary>Expected events per bin; parameters are sin^2 theta12, sin^2 theta13, dm21, dm31 (eV2), then nuisance parameters in standard errors.</summary>
public interface ISpectrumModel
{
    /// <summary>Bins of visible energy.</summary>
    EnergyBins Bins { get; }

    /// <summary>Nuisance parameters, in order after the four of oscillation.</summary>
    ImmutableArray<NuisanceParameter> Nuisances { get; }

    /// <summary>Uncorrelated variance of the expected events per bin.</summary>
    ImmutableArray<double> ShapeVariance { get; }

    /// <summary>Number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>Expected events.</summary>
    /// <param name="parameterValues">All parameters.</param>
    /// <param name="expectedCount">Receives the events of every bin.</param>
    void Predict(ReadOnlySpan<double> parameterValues, Span<double> expectedCount);

    /// <summary>Expected events and their derivatives.</summary>
    /// <param name="parameterValues">All parameters.</param>
    /// <param name="expectedCount">Receives the events of every bin.</param>
    /// <param name="slopeCount">Receives the derivatives: one array of bins per parameter.</param>
    void Differentiate(ReadOnlySpan<double> parameterValues, Span<double> expectedCount, double[][] slopeCount);
}
