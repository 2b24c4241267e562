using Isolux.Detector;
using Isolux.Detector.Sources;
using Isolux.Storage.Documents;
using Isolux.Tests.Cli;
using Xunit;

namespace Isolux.Tests.Storage;

/// <summary>Decay schemes, dates and neutrons as documents.</summary>
public sealed class SourceDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "sources": { "Cs137": { "decay": { "branches": [{ "probability": 0.8, "gammasMeV": [0.662] }] } } } }""", "$.sources.Cs137.decay.branches", "sum to 0.8")]
    [InlineData("""{ "sources": { "Cs137": { "decay": { "branches": [{ "probability": 1.5 }, { "probability": -0.5 }] } } } }""", "$.sources.Cs137.decay.branches[0].probability", "between 0 and 1")]
    [InlineData("""{ "sources": { "Cs137": { "decay": { "branches": [{ "probability": 1, "gammasMeV": [-0.662] }] } } } }""", "$.sources.Cs137.decay.branches[0].gammasMeV[0]", "between 0.001 and 20")]
    [InlineData("""{ "sources": { "Cs137": { "halfLifeS": { "value": -1 } } } }""", "$.sources.Cs137.halfLifeS.value", "above 0")]
    [InlineData("""{ "sources": { "Cs137": { "halfLifeS": null } } }""", "$.sources.Cs137.referenceDate", "add 'halfLifeS'")]
    [InlineData("""{ "sources": { "Cs137": { "referenceDate": { "value": "soon" } } } }""", "$.sources.Cs137.referenceDate.value", "expected")]
    [InlineData("""{ "sources": { "Cs137": { "kind": "muon" } } }""", "$.sources.Cs137.kind", "cosmogenic")]
    [InlineData("""{ "sources": { "Cs137": { "kind": "neutron" } } }""", "$.sources.Cs137.decay", "emit neutrons")]
    [InlineData("""{ "sources": { "B12": { "decay": { "branches": [{ "probability": 1, "beta": { "endpointMeV": 130, "daughterAtomicNumber": 6, "weakMagnetismPerMeV": 0 } }] } } } }""", "$.sources.B12.decay.branches[0].beta.endpointMeV", "between 0.001 and 20")]
    [InlineData("""{ "neutrons": { "thermalDiffusionCm2PerS": { "value": 0 } } }""", "$.neutrons.thermalDiffusionCm2PerS.value", "above 0")]
    [InlineData("""{ "neutrons": { "nuclides": { "H": null, "C": null } } }""", "$.neutrons.nuclides", "no nuclide captures")]
    [InlineData("""{ "neutrons": { "nuclides": { "Gd": { "elastic": { "table": "tables/neutron_elastic_C.csv" }, "thermalCaptureBarn": { "value": 49000, "source": "a test" }, "capture": { "branches": [{ "probability": 1 }], "source": "a test" } } } } }""", "$.neutrons.nuclides.Gd", "no such element")]
    public void Faults_are_named(string overlay, string path, string words)
    {
        string file = _folder.Write("overlay.json", overlay);
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("juno", [file]));
        Assert.Equal(path, exception.Faults[0].Path);
        Assert.Contains(words, exception.Message);
    }

    [Fact]
    public async Task A_wrong_scheme_is_one_sentence_and_exit_code_2()
    {
        string file = _folder.Write("overlay.json", """{ "sources": { "AmC": { "decay": { "branches": [{ "probability": 0.5, "gammasMeV": [6.13] }] } } } }""");
        CommandOutcome outcome = await CommandLine.RunAsync("show", "sources", "--overlay", file);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("they must sum to 1", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_wrong_date_is_refused()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("show", "sources", "--date", "yesterday");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Branches_of_every_scheme_sum_to_1()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        IEnumerable<DecayScheme> schemes = juno.Sources.Where(s => s.Decay is not null).Select(s => s.Decay!).Concat(juno.Neutrons!.Nuclides.Select(n => n.Capture));
        Assert.All(schemes, scheme => Assert.Equal(1.0, scheme.Branches.Sum(branch => branch.Probability), 1e-12));
    }

    [Fact]
    public void Rates_halve_after_a_half_life_and_stay_without_a_date()
    {
        CalibrationSource germanium = DetectorLoader.Load("juno", []).Sources.Single(s => s.Name == "Ge68") with { HalfLifeS = 100 * 86_400.0 };
        DateOnly reference = germanium.ReferenceDate!.Value;
        Assert.Equal(germanium.RateHz, germanium.RateHzAt(reference));
        Assert.Equal(0.5 * germanium.RateHz, germanium.RateHzAt(reference.AddDays(100)), 1e-9);
        Assert.Equal(2.0 * germanium.RateHz, germanium.RateHzAt(reference.AddDays(-100)), 1e-9);
        Assert.Equal(germanium.RateHz, (germanium with { ReferenceDate = null }).RateHzAt(reference.AddDays(100)));
    }

    [Fact]
    public void AmBe_neutrons_have_the_mean_of_ISO_8529()
    {
        // ISO 8529-1: 4.16 MeV; the density between group centres keeps it to 1 %.
        DecayScheme scheme = DetectorLoader.Load("juno", []).Sources.Single(s => s.Name == "AmBe").Decay!;
        double mean = scheme.Branches.Sum(branch =>
            branch.Probability * Enumerable.Range(0, 10_000).Average(i => branch.NeutronSpectrum!.Sample((i + 0.5) / 10_000)));
        Assert.Equal(4.16, mean, 0.05);
    }
}
