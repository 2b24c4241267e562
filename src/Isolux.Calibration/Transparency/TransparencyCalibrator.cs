using System.Collections.Immutable;
using Isolux.Events.Beams;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;

namespace Isolux.Calibration.Transparency;

/// <summary>
/// Absorption and Rayleigh length from what groups of channels saw of laser beams of one wavelength. The number of photons of every beam is free: absorption shows as light missing from both the spot and its
/// surroundings according to the way it went, scattering as light moved from the spot to the sides.
/// </summary>
public sealed class TransparencyCalibrator
{
    private const double MmPerM = 1000.0;
    private const double PercentPerOne = 100.0;
    private readonly ImmutableArray<BeamTemplate> _templates;
    private readonly TransparencySettings _settings;

    /// <summary>A calibrator for one wavelength.</summary>
    /// <param name="templates">Expected light of every beam, of one wavelength and one scintillator.</param>
    /// <param name="settings">What is not known.</param>
    /// <exception cref="ArgumentException">There is no template, or they differ in wavelength or scintillator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is negative or not finite.</exception>
    public TransparencyCalibrator(ImmutableArray<BeamTemplate> templates, TransparencySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (templates.IsDefaultOrEmpty || templates.Any(other => (other.WavelengthNm, other.AbsorptionLengthMm, other.RayleighLengthMm) != (templates[0].WavelengthNm, templates[0].AbsorptionLengthMm, templates[0].RayleighLengthMm)))
        {
            throw new ArgumentException("Templates of one wavelength and one scintillator are needed.", nameof(templates));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(settings.ChannelErrorFraction, nameof(settings)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(settings.ReemissionErrorFraction, nameof(settings)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(settings.SinglePeResolution, nameof(settings)));
        (_templates, _settings) = (templates, settings);
    }

    /// <summary>Fits the lengths.</summary>
    /// <param name="exposures">Exposures of beams that have a template, of its wavelength.</param>
    /// <exception cref="ArgumentException">There is no exposure, or a beam has no template.</exception>
    public TransparencyResult Calibrate(ImmutableArray<BeamExposure> exposures)
    {
        BeamFit fit = new(Group(exposures), _settings);
        double absorptionM = _templates[0].AbsorptionLengthMm / MmPerM / fit.Result.Parameters[BeamFit.Absorption];
        double rayleighM = _templates[0].RayleighLengthMm / MmPerM / fit.Result.Parameters[BeamFit.Scattering];
        double absorptionSlopeM = -absorptionM / fit.Result.Parameters[BeamFit.Absorption];
        double rayleighSlopeM = -rayleighM / fit.Result.Parameters[BeamFit.Scattering];
        CovarianceMatrix found = fit.Result.Covariance;
        return new TransparencyResult
        {
            WavelengthNm = _templates[0].WavelengthNm,
            AbsorptionLengthM = absorptionM,
            RayleighLengthM = rayleighM,
            Covariance = new CovarianceMatrix(new[,]
            {
                { absorptionSlopeM * absorptionSlopeM * found[0, 0], absorptionSlopeM * rayleighSlopeM * found[0, 1] },
                { absorptionSlopeM * rayleighSlopeM * found[1, 0], rayleighSlopeM * rayleighSlopeM * found[1, 1] },
            }),
            ReemissionRatio = fit.Result.Parameters[BeamFit.Reemission],
            ReemissionRatioError = found.Error(BeamFit.Reemission),
            BeamPhotons = fit.Photons,
            Fit = fit.Result,
            Groups = fit.Residuals(),
        };
    }

    /// <summary>
    /// Fits the change since a reference: the light of every group is anchored to what the same channels saw then, so that their efficiencies, the template's statistics and what is not modelled cancel to first
    /// order; the statistics of the reference count.
    /// </summary>
    /// <param name="reference">Exposures then.</param>
    /// <param name="exposures">Exposures now, of the same beams in the same order.</param>
    /// <exception cref="ArgumentException">The exposures do not belong together.</exception>
    public TransparencyChange Compare(ImmutableArray<BeamExposure> reference, ImmutableArray<BeamExposure> exposures)
    {
        if (!reference.Select(exposure => exposure.Beam).SequenceEqual(exposures.Select(exposure => exposure.Beam)))
        {
            throw new ArgumentException("The exposures are not of the beams of the reference.", nameof(exposures));
        }

        (BeamExposure Then, BeamExposure Now)[] pairs = [.. reference.Zip(exposures, (then, now) => (then.OnlyOn(now), now.OnlyOn(then)))];
        BeamFit then = new(Group([.. pairs.Select(pair => pair.Then)]), _settings);
        BeamFit now = new(Group([.. pairs.Select(pair => pair.Now)]), _settings, then);
        double absorption = then.Result.Parameters[BeamFit.Absorption] / now.Result.Parameters[BeamFit.Absorption];
        double rayleigh = then.Result.Parameters[BeamFit.Scattering] / now.Result.Parameters[BeamFit.Scattering];
        CovarianceMatrix found = now.Result.Covariance;
        return new TransparencyChange(
            _templates[0].WavelengthNm,
            PercentPerOne * (absorption - 1.0),
            PercentPerOne * absorption * found.Error(BeamFit.Absorption) / now.Result.Parameters[BeamFit.Absorption],
            PercentPerOne * (rayleigh - 1.0),
            PercentPerOne * rayleigh * found.Error(BeamFit.Scattering) / now.Result.Parameters[BeamFit.Scattering],
            found.Correlation(BeamFit.Absorption, BeamFit.Scattering),
            then.Result.Status == FitStatus.Converged ? now.Result : then.Result);
    }

    private ImmutableArray<BeamGroups> Group(ImmutableArray<BeamExposure> exposures)
    {
        if (exposures.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There is nothing to fit.", nameof(exposures));
        }

        return [.. exposures.Select(exposure => BeamGroups.Of(TemplateOf(exposure), exposure))];
    }

    private BeamTemplate TemplateOf(BeamExposure exposure) =>
        _templates.FirstOrDefault(template => template.Beam == exposure.Beam && template.WavelengthNm == exposure.WavelengthNm)
        ?? throw new ArgumentException($"There is no template of the beam {exposure.Beam} at {exposure.WavelengthNm} nm.", nameof(exposure));
}
