using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Light;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Building;

/// <summary>Builds the production of light.</summary>
internal sealed class LightBuilder(SpecificationReader reader)
{
    private const double FractionTolerance = 1e-3;

    public ScintillationModel? BuildScintillation(ScintillationDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        const string Path = "$.scintillation";
        if (document.EmissionSpectrum is null == document.FixedWavelengthNm is null)
        {
            reader.Fault(Path, null, "light has either a spectrum or one wavelength", "give one of 'emissionSpectrum' and 'fixedWavelengthNm'");
        }

        SampledCurve? spectrum = document.EmissionSpectrum is { } emission
            ? reader.Curve(emission, Path + ".emissionSpectrum", "wavelengthNm", "emissionRelative", 0.0, double.MaxValue)
            : null;
        double? fixedNm = document.FixedWavelengthNm is { } single ? reader.Within(single, Path + ".fixedWavelengthNm", 100.0, 2000.0) : null;
        return new ScintillationModel(
            reader.Positive(document.PhotonsPerMeV, Path + ".photonsPerMeV"),
            reader.Positive(document.OpticalEfficiency, Path + ".opticalEfficiency"),
            spectrum,
            fixedNm,
            TimeComponents(document.TimeProfile));
    }

    public ElectromagneticModel? BuildElectromagnetic(ElectromagneticDocument? document)
    {
        const string Path = "$.electromagnetic";
        return document is null
            ? null
            : new ElectromagneticModel(
                reader.Within(document.DeltaCutMeV, Path + ".deltaCutMeV", 0.001, 10.0),
                reader.Positive(document.MaximumStepMm, Path + ".maximumStepMm"),
                reader.NonNegative(document.BirksConstantGPerCm2MeV, Path + ".birksConstantGPerCm2MeV"),
                reader.NonNegative(document.CherenkovFactor, Path + ".cherenkovFactor"),
                reader.NonNegative(document.CherenkovUnitScale, Path + ".cherenkovUnitScale"),
                document.Straggling,
                document.Bremsstrahlung);
    }

    private ImmutableArray<DecayComponent> TimeComponents(TimeProfileDocument? profile)
    {
        if (profile is null)
        {
            return [];
        }

        const string Path = "$.scintillation.timeProfile";
        reader.RequireSource(profile.Source, Path);
        double sum = profile.Components.Sum(c => c.Fraction);
        if (Math.Abs(sum - 1.0) > FractionTolerance || profile.Components.Any(c => c.Fraction < 0 || c.DecayTimeNs <= 0))
        {
            reader.Fault(
                Path + ".components", FormattableString.Invariant($"(fractions sum to {sum:G6})"), "decay times must be above 0 and fractions sum to 1", "correct the components");
        }

        return [.. profile.Components.Select(c => c with { Fraction = c.Fraction / sum })];
    }
}
