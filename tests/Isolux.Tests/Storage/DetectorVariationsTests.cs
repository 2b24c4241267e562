using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Storage.Documents;
using Isolux.Strategy.Resolution;
using Xunit;

namespace Isolux.Tests.Storage;

/// <summary>The varied detectors that make the later rows of the resolution table.</summary>
public sealed class DetectorVariationsTests
{
    private const string Juno = "juno";

    [Fact]
    public void The_rows_have_the_agreed_names_and_order()
    {
        ImmutableArray<string> names = DetectorVariations.Names(Juno);
        Assert.Equal(
            ["qe-spread", "pmt-death-random", "pmt-death-asymmetric", "light-yield-minus-1", "light-yield-minus-5", "absorption-minus-4", "spe-30", "pmt-death-patch"], names);
        Assert.Empty(DetectorVariations.Names("toy-spheres"));
        Assert.All(ResolutionRowNames.Variations, name => Assert.NotEqual(name, ResolutionRowNames.Title(name)));
        ImmutableSortedDictionary<string, Isolux.Detector.Published.PublishedRow> published = DetectorLoader.Load(Juno, []).Published!.Resolution;
        Assert.All(ResolutionRowNames.Variations, name => Assert.NotNull(published[name].BiasPercent));
    }

    [Fact]
    public void Every_variation_lies_over_the_base_and_changes_one_thing()
    {
        DetectorDescription nominal = DetectorLoader.Load(Juno, []);
        ImmutableArray<DetectorVariation> variations = DetectorVariations.Load(Juno, [], DetectorVariations.Names(Juno), ResolutionRowNames.QeSpread);
        Assert.All(variations, variation =>
        {
            Assert.Equal(variation.Name == ResolutionRowNames.QeSpread ? ResolutionRowNames.VertexSmearing : ResolutionRowNames.QeSpread, variation.BaseRow);
            Assert.Equal(0.08, variation.Detector.Efficiency!.RelativePdeSpreadFraction);
            Assert.Equal(variation.Name == ResolutionRowNames.AbsorptionMinus4, variation.Detector.LightDigest != nominal.LightDigest);
        });
        DetectorDescription Of(string name) => variations.Single(variation => variation.Name == name).Detector;
        Assert.Equal(new EfficiencySpread(0.08, 0.01, DeadRegion.All), Of(ResolutionRowNames.PmtDeathRandom).Efficiency);
        Assert.Equal(new EfficiencySpread(0.08, 0.01, DeadRegion.PositiveX), Of(ResolutionRowNames.PmtDeathAsymmetric).Efficiency);
        Assert.Equal(0.99, Of(ResolutionRowNames.LightYieldMinus1).Scintillation!.PhotonsPerMeV / nominal.Scintillation!.PhotonsPerMeV, 1e-12);
        Assert.Equal(0.95, Of(ResolutionRowNames.LightYieldMinus5).Scintillation!.PhotonsPerMeV / nominal.Scintillation!.PhotonsPerMeV, 1e-12);
        Assert.Equal(0.3, Of(ResolutionRowNames.Spe30).ChargeSumResolutionFraction);
        foreach (double wavelengthNm in (double[])[400.0, 430.0, 470.0])
        {
            Assert.Equal(0.96, Absorption(Of(ResolutionRowNames.AbsorptionMinus4), wavelengthNm) / Absorption(nominal, wavelengthNm), 1e-9);
        }

        static double Absorption(DetectorDescription detector, double wavelengthNm) => detector.Media["liquidScintillator"].AbsorptionLengthMm!.Evaluate(wavelengthNm);
    }

    [Fact]
    public void Without_a_base_the_unvaried_detector_is_varied_and_an_unknown_base_is_refused()
    {
        ImmutableArray<string> names = [ResolutionRowNames.QeSpread, ResolutionRowNames.Spe30];
        Assert.All(DetectorVariations.Load(Juno, [], names, ResolutionRowNames.VertexSmearing), variation => Assert.Equal(ResolutionRowNames.VertexSmearing, variation.BaseRow));
        InvalidSpecificationException fault = Assert.Throws<InvalidSpecificationException>(() => DetectorVariations.Load(Juno, [], names, "tidal"));
        Assert.Contains("tidal", fault.Message, StringComparison.Ordinal);
    }
}
