using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds the composition of a material with its photon cross sections.</summary>
internal sealed class MaterialBuilder(SpecificationReader reader)
{
    private const double FractionTolerance = 1e-3;
    private const int PairSamplesPerInterval = 16;

    public MaterialComposition Build(TargetDocument document, string place)
    {
        double sum = document.Elements.Values.Sum(e => e.MassFraction.Value);
        if (Math.Abs(sum - 1.0) > FractionTolerance)
        {
            reader.Fault(place + ".elements", FormattableString.Invariant($"(mass fractions sum to {sum:G6})"), "they must sum to 1", "correct the fractions");
        }

        var elements = ImmutableArray.CreateBuilder<ElementFraction>();
        foreach ((string symbol, ElementDocument element) in document.Elements)
        {
            string path = $"{place}.elements.{symbol}";
            double fraction = reader.Within(element.MassFraction, path + ".massFraction", 0.0, 1.0);
            double massGPerMol = reader.Positive(element.AtomicMassGPerMol, path + ".atomicMassGPerMol");
            if (CrossSections(element, path + ".crossSections") is { } crossSections)
            {
                elements.Add(new ElementFraction(new Element(symbol, element.AtomicNumber, massGPerMol, crossSections), fraction / sum));
            }
        }

        DensityEffectDocument effect = document.DensityEffect;
        reader.RequireSource(effect.Source, place + ".densityEffect");
        return new MaterialComposition(
            document.Name,
            elements.ToImmutable(),
            reader.Positive(document.DensityGPerCm3, place + ".densityGPerCm3"),
            reader.Positive(document.MeanExcitationEnergyEv, place + ".meanExcitationEnergyEv"),
            new DensityEffect(effect.PlasmaEnergyEv, effect.C, effect.X0, effect.X1, effect.A, effect.M));
    }

    private PhotonCrossSections? CrossSections(ElementDocument element, string path)
    {
        if (reader.Columns(element.CrossSections, path, "energyMeV", "incoherentBarn", "photoelectricBarn", "pairNuclearBarn", "pairElectronBarn")
            is not [var energies, var incoherent, var photoelectric, var nuclear, var electron])
        {
            return null;
        }

        try
        {
            return new PhotonCrossSections(
                new SampledCurve(energies.AsSpan(), incoherent.AsSpan(), CurveInterpolation.LogLog),
                new SampledCurve(energies.AsSpan(), photoelectric.AsSpan(), CurveInterpolation.LogLog),
                PairProduction(energies, nuclear, electron));
        }
        catch (ArgumentException exception)
        {
            reader.Fault(path, $"\"{element.CrossSections}\"", exception.Message.TrimEnd('.'), "correct the table");
            return null;
        }
    }

    // A straight line through the coarse table would be wrong near threshold; the cross section divided by (1 - threshold/E)^3 is smooth
    // (the interpolation XCOM itself uses), so the curve is refined with that and the sum of both fields tabulated.
    private static SampledCurve PairProduction(ImmutableArray<double> energies, ImmutableArray<double> nuclear, ImmutableArray<double> electron)
    {
        const double NuclearThresholdMeV = 2.0 * PhysicalConstants.ElectronMassMeV;
        const double ElectronThresholdMeV = 4.0 * PhysicalConstants.ElectronMassMeV;
        var x = new List<double> { NuclearThresholdMeV };
        for (int i = 0; i < energies.Length; i++)
        {
            if (energies[i] <= NuclearThresholdMeV)
            {
                continue;
            }

            double fromMeV = x[^1];
            double ratio = energies[i] / fromMeV;
            for (int k = 1; k < PairSamplesPerInterval; k++)
            {
                x.Add(fromMeV * Math.Pow(ratio, (double)k / PairSamplesPerInterval));
            }

            x.Add(energies[i]);
        }

        Func<double, double> nuclearAt = AboveThreshold(energies, nuclear, NuclearThresholdMeV);
        Func<double, double> electronAt = AboveThreshold(energies, electron, ElectronThresholdMeV);
        double[] y = [.. x.Select(e => nuclearAt(e) + electronAt(e))];
        return new SampledCurve([.. x], y);
    }

    private static Func<double, double> AboveThreshold(ImmutableArray<double> energies, ImmutableArray<double> barn, double thresholdMeV)
    {
        static double Cube(double v) => v * v * v;
        double[] e = [.. energies.Where((energy, i) => energy > thresholdMeV && barn[i] > 0)];
        if (e.Length == 0)
        {
            return _ => 0.0;
        }

        double[] reduced = [.. energies.Select((energy, i) => (Energy: energy, Barn: barn[i]))
            .Where(s => s.Energy > thresholdMeV && s.Barn > 0)
            .Select(s => s.Barn / Cube(1.0 - (thresholdMeV / s.Energy)))];
        var curve = new SampledCurve(e, reduced, CurveInterpolation.LogLog);
        return energyMeV => energyMeV <= thresholdMeV ? 0.0 : curve.Evaluate(energyMeV) * Cube(1.0 - (thresholdMeV / energyMeV));
    }
}
