using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Materials;
using Isolux.Detector.Neutrons;
using Isolux.Detector.Sources;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds the transport and capture of neutrons in the target.</summary>
internal sealed class NeutronsBuilder(SpecificationReader reader)
{
    private const string Path = "$.neutrons";
    private const double LargestBarn = 1e4;

    public NeutronModel? Build(NeutronsDocument? document, MaterialComposition? target)
    {
        if (document is null)
        {
            return null;
        }

        if (target is null)
        {
            reader.Fault(Path, null, "neutrons scatter on the nuclei of the target, and none is declared", "add the section 'target'");
            return null;
        }

        var nuclides = ImmutableArray.CreateBuilder<NeutronNuclide>();
        foreach ((string symbol, NeutronNuclideDocument nuclide) in document.Nuclides)
        {
            if (Nuclide(symbol, nuclide, target) is { } built)
            {
                nuclides.Add(built);
            }
        }

        double diffusionCm2PerS = reader.Positive(document.ThermalDiffusionCm2PerS, Path + ".thermalDiffusionCm2PerS");
        double birks = reader.NonNegative(document.ProtonBirksConstantGPerCm2MeV, Path + ".protonBirksConstantGPerCm2MeV");
        SampledCurve? stopping = reader.Curve(
            document.ProtonStopping, Path + ".protonStopping", "energyMeV", "stoppingMeVCm2PerG", 1e-3, 1e5, CurveInterpolation.LogLog);
        if (!nuclides.Any(nuclide => nuclide.ThermalCaptureBarn > 0))
        {
            reader.Fault(Path + ".nuclides", null, "no nuclide captures neutrons", "declare at least one capture cross section above 0");
        }

        return stopping is null ? null : new NeutronModel(diffusionCm2PerS, birks, stopping, nuclides.ToImmutable());
    }

    private NeutronNuclide? Nuclide(string symbol, NeutronNuclideDocument document, MaterialComposition target)
    {
        string path = $"{Path}.nuclides.{symbol}";
        ElementFraction? part = target.Elements.FirstOrDefault(element => element.Element.Symbol == symbol);
        if (part is null)
        {
            string known = string.Join(", ", target.Elements.Select(element => element.Element.Symbol));
            reader.Fault(path, $"\"{symbol}\"", "the target has no such element", "its elements are " + known);
        }

        SampledCurve? elastic = reader.Curve(document.Elastic, path + ".elastic", "energyMeV", "elasticBarn", 0.0, LargestBarn);
        double captureBarn = reader.NonNegative(document.ThermalCaptureBarn, path + ".thermalCaptureBarn");
        DecayScheme? capture = new DecaySchemeBuilder(reader).Build(document.Capture, path + ".capture");
        if (part is null || elastic is null || capture is null)
        {
            return null;
        }

        double atomsPerCm3 = target.DensityGPerCm3 * part.MassFraction * PhysicalConstants.AvogadroPerMole / part.Element.AtomicMassGPerMol;
        const double NeutronMassGPerMol = PhysicalConstants.NeutronMassMeV / PhysicalConstants.AtomicMassUnitMeV;
        double massRatio = part.Element.AtomicMassGPerMol / NeutronMassGPerMol;
        return new NeutronNuclide(symbol, part.Element.AtomicNumber, atomsPerCm3, massRatio, elastic, captureBarn, capture);
    }
}
