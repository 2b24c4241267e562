using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Transparency;

/// <summary>Transparency of the scintillator at one wavelength. Check the status of <see cref="Fit"/> before using anything else.</summary>
public sealed record TransparencyResult
{
    /// <summary>Wavelength, nm.</summary>
    public required double WavelengthNm { get; init; }

    /// <summary>Absorption length, m.</summary>
    public required double AbsorptionLengthM { get; init; }

    /// <summary>Rayleigh scattering length, m.</summary>
    public required double RayleighLengthM { get; init; }

    /// <summary>Covariance of absorption and Rayleigh length, in this order, m^2.</summary>
    public required CovarianceMatrix Covariance { get; init; }

    /// <summary>Probability of re-emission over the declared one.</summary>
    public required double ReemissionRatio { get; init; }

    /// <summary>Standard error of it.</summary>
    public required double ReemissionRatioError { get; init; }

    /// <summary>Photons of every exposure, in order.</summary>
    public required ImmutableArray<double> BeamPhotons { get; init; }

    /// <summary>The fit: coefficients of absorption and scattering and re-emission over the simulated ones, and one ln(photons) per exposure.</summary>
    public required FitResult Fit { get; init; }

    /// <summary>Measured and fitted charges of all groups.</summary>
    public required ImmutableArray<BeamGroupResidual> Groups { get; init; }

    /// <summary>Standard error of the absorption length, m.</summary>
    public double AbsorptionErrorM => Covariance.Error(0);

    /// <summary>Standard error of the Rayleigh length, m.</summary>
    public double RayleighErrorM => Covariance.Error(1);

    /// <summary>Attenuation length, 1 / (1 / absorption + 1 / Rayleigh), m.</summary>
    public double AttenuationLengthM => 1.0 / ((1.0 / AbsorptionLengthM) + (1.0 / RayleighLengthM));

    /// <summary>Standard error of the attenuation length, m.</summary>
    public double AttenuationErrorM
    {
        get
        {
            double absorption = AttenuationLengthM / AbsorptionLengthM;
            double rayleigh = AttenuationLengthM / RayleighLengthM;
            return Math.Sqrt(Covariance.Propagate([absorption * absorption, rayleigh * rayleigh]));
        }
    }
}
