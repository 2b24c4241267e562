using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Calibration.Resolution;
using Isolux.Detector;
using Isolux.Storage.DataSets;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Storage;

public sealed class DataSetDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_schema_equals_the_generated_one()
    {
        string file = Path.Combine(Path.GetDirectoryName(DataSetFile.Find("juno-2025"))!, "..", "schemas", "dataset.schema.json");
        string generated = DocumentSchema.Generate<DataSetDocument>("Isolux data set", isSplit: false);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Fact]
    public void The_release_of_2025_reads_as_published()
    {
        // arXiv:2511.14593, data release: eight widths, nine effective gammas, 48 bins of 12B; the n-H point is 1.0036(50).
        CalibrationDataSet data = DataSetFile.Read("juno-2025");
        Assert.Equal(8, data.ResolutionPeaks.Length);
        Assert.Equal(9, data.NonLinearity!.Gammas.Length);
        Assert.Equal(48, data.NonLinearity.Beta!.ObservedCount.Length);
        GammaPoint hydrogen = data.NonLinearity.Gammas.Single(point => point.Name == "n-H");
        Assert.Equal(1.0036, hydrogen.VisibleRatio);
        Assert.Equal(0.0050, hydrogen.Error);
        Assert.Equal(1.0309 / 1.0365, data.NonLinearity.InstrumentalRatio!.Evaluate(8.0 * 1.0365), 1e-12);
        Assert.All(data.Sources, source => Assert.NotEmpty(source));
    }

    [Fact]
    public void The_resolution_of_2025_has_no_common_curve()
    {
        // Sources of two gammas (68Ge, 60Co) are narrower than single gammas of the same energy, and errors are statistical only: a bad chi2 is the right answer.
        ResolutionFit fit = new ResolutionFitter().Fit([.. DataSetFile.Read("juno-2025").ResolutionPeaks.Select(peak => peak.Point)]);
        Assert.InRange(fit.Model.EffectiveResolution, 0.034, 0.036);
        Assert.True(fit.Chi2 / fit.Ndf > 50.0);
    }

    [Theory]
    [InlineData("\"error\": 0.0045", "\"error\": -0.0045", "gammaPeaks[0].error")]
    [InlineData("\"error\": 0.0045", "\"error\": NaN", "not JSON")]
    [InlineData("\"error\": 0.0045", "\"error\": 0.0045, \"weight\": 1", "weight")]
    [InlineData("\"errorPercent\": 0.010882", "\"errorPercent\": 0", "errorPercent")]
    [InlineData("\"gammaEnergiesMeV\": [0.5113]", "\"gammaEnergiesMeV\": [511.3]", "gammaEnergiesMeV")]
    [InlineData("\"name\": \"Mn54\", \"gamma", "\"name\": \"Cs137\", \"gamma", "twice")]
    [InlineData("\"probabilityPercent\": 98.2", "\"probabilityPercent\": 9.82", "100 %")]
    [InlineData("tables/b12_spectrum.csv", "tables/none.csv", "does not exist")]
    [InlineData("tables/positron_full.csv", "tables/b12_spectrum.csv", "energyMeV")]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2", "formatVersion")]
    public void A_fault_of_the_document_is_one_sentence_that_names_it(string original, string replacement, string expected)
    {
        string file = Copy();
        string text = File.ReadAllText(file);
        Assert.Contains(original, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(original, replacement, StringComparison.Ordinal));
        Assert.Contains(expected, Assert.Throws<InvalidSpecificationException>(() => DataSetFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.00,4.25,2218,65.0999", "4.00,4.25,2218,-65.0999", "countsError")]
    [InlineData("4.00,4.25,2218,65.0999", "4.00,4.25,NaN,65.0999", "finite")]
    [InlineData("4.00,4.25,2218,65.0999", "4.00,4.20,2218,65.0999", "gaps")]
    public void A_fault_of_a_table_is_one_sentence_that_names_it(string original, string replacement, string expected)
    {
        string file = Copy();
        string table = Path.Combine(Path.GetDirectoryName(file)!, "tables", "b12_spectrum.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace(original, replacement, StringComparison.Ordinal));
        Assert.Contains(expected, Assert.Throws<InvalidSpecificationException>(() => DataSetFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones() =>
        Assert.Contains("juno-2025", Assert.Throws<InvalidSpecificationException>(() => DataSetFile.Read("nonesuch")).Message, StringComparison.Ordinal);

    private string Copy() => Path.Combine(_folder.Copy(Path.GetDirectoryName(DataSetFile.Find("juno-2025"))!), DataSetFile.MainFile);
}
