using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Building;

/// <summary>Builds optical media; lengths are interpolated in their logarithm and scaled as a whole to a configured value.</summary>
internal sealed class MediaBuilder(SpecificationReader reader)
{
    private const string Wavelength = "wavelengthNm";
    private const double MmPerM = 1000.0;

    public ImmutableDictionary<string, OpticalMedium> Build(ImmutableSortedDictionary<string, MediumDocument>? documents)
    {
        var media = ImmutableDictionary.CreateBuilder<string, OpticalMedium>(StringComparer.Ordinal);
        foreach ((string name, MediumDocument document) in documents ?? ImmutableSortedDictionary<string, MediumDocument>.Empty)
        {
            string path = "$.media." + name;
            SampledCurve? index = reader.Curve(document.RefractiveIndex, path + ".refractiveIndex", Wavelength, "refractiveIndex", 1.0, 4.0);
            SampledCurve? absorption = Length(
                document.AbsorptionLengthM, document.AbsorptionLengthAtReferenceM, document.ReferenceWavelengthNm, path, "absorptionLength");
            SampledCurve? rayleigh = Length(
                document.RayleighLengthM, document.RayleighLengthAtReferenceM, document.ReferenceWavelengthNm, path, "rayleighLength");
            media[name] = new OpticalMedium(name, index ?? SampledCurve.Constant(1.0), absorption, rayleigh, BuildReemission(document.Reemission, path));
        }

        return media.ToImmutable();
    }

    private SampledCurve? Length(CurveDocument? shape, Measured? atReferenceM, Measured? referenceNm, string mediumPath, string key)
    {
        string path = $"{mediumPath}.{key}M";
        SampledCurve? curve = shape is null
            ? null
            : reader.Curve(shape, path, Wavelength, key + "M", double.Epsilon, double.MaxValue, CurveInterpolation.LogLinear);
        if (atReferenceM is null)
        {
            return curve?.Scale(MmPerM);
        }

        string referencePath = $"{mediumPath}.{key}AtReferenceM";
        double lengthM = reader.Positive(atReferenceM, referencePath);
        if (shape is null || referenceNm is null)
        {
            reader.Fault(referencePath, null, $"it scales '{key}M' at 'referenceWavelengthNm'", "give both");
            return null;
        }

        double wavelengthNm = reader.Within(referenceNm, mediumPath + ".referenceWavelengthNm", 100.0, 2000.0);
        return curve?.Scale(MmPerM * lengthM / curve.Evaluate(wavelengthNm));
    }

    private Reemission? BuildReemission(ReemissionDocument? document, string mediumPath)
    {
        if (document is null)
        {
            return null;
        }

        string path = mediumPath + ".reemission";
        SampledCurve? probability = reader.Curve(document.Probability, path + ".probability", Wavelength, "reemissionProbability", 0.0, 1.0);
        double lifetimeNs = reader.NonNegative(document.LifetimeNs, path + ".lifetimeNs");
        return probability is null ? null : new Reemission(probability, lifetimeNs);
    }
}
