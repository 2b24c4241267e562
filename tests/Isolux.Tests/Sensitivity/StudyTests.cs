using System.Collections.Immutable;
using Isolux.Calibration.Resolution;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Data;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;
using Isolux.Sensitivity.Studies;
using Isolux.Storage.DataSets;
using Isolux.Storage.Documents;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Sensitivity;

public sealed class StudyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // JUNO Collaboration, arXiv:2511.14593: sin2(theta12) 0.3092(87), dm2_21 7.50(12)e-5 eV2. Another program on the same events: half a standard error.
    [Fact]
    public void The_measured_spectrum_gives_the_published_parameters()
    {
        PromptSpectrum data = PromptSpectrumFile.Read("juno-2025");
        PromptSpectrumResult result = Fit(Reactors.Juno, data);
        Assert.Equal(2379.0, data.ObservedCount.Sum());
        Assert.Equal(66, data.Bins.Count);
        Assert.InRange((result.Best.Value(OscillationParameter.Sin2Theta12) - 0.3092) / 0.0087, -0.5, 0.5);
        Assert.InRange((result.Best.Value(OscillationParameter.Dm21) - 7.50e-5) / 0.12e-5, -0.5, 0.5);
        Assert.InRange(result.Best.Error(OscillationParameter.Sin2Theta12) / 0.0087, 0.85, 1.15);
        Assert.InRange(result.Best.Error(OscillationParameter.Dm21) / 0.12e-5, 0.85, 1.15);

        // 66 bins, two parameters without a prior: probability above 1 % on either side.
        Assert.InRange(result.Best.Chi2, 40.0, 93.0);
        Assert.Equal(result.Contour68[0].Sin2Theta12, result.Contour68[^1].Sin2Theta12, 1e-6);
    }

    // Power: without the far cores the fit must move by more than the half standard error that the comparison above allows.
    [Fact]
    public void Without_the_far_cores_the_measured_spectrum_gives_something_else()
    {
        PromptSpectrum data = PromptSpectrumFile.Read("juno-2025");
        double with = Fit(Reactors.Juno, data).Best.Oscillation.Sin2Theta12;
        double without = Fit(Reactors.Juno with { Cores = Reactors.Juno.NearCores }, data).Best.Oscillation.Sin2Theta12;
        Assert.True(Math.Abs(with - without) > 0.5 * 0.0087, $"{with} and {without}");
    }

    [Theory]
    [InlineData("\"value\": 59.1", "\"value\": -1", "$.liveDays")]
    [InlineData("\"lithium9\": {", "\"radon\": {", "no column 'radon'")]
    [InlineData("tables/reference_smearing.csv", "tables/reference_spectrum.csv", "no column 'c1'")]
    public void Faults_of_a_spectrum_are_named(string text, string replacement, string words)
    {
        string folder = _folder.Copy(Path.GetDirectoryName(Path.GetFullPath(DataSetFile.Find("juno-2025")))!);
        string file = Path.Combine(folder, PromptSpectrumFile.MainFile);
        File.WriteAllText(file, File.ReadAllText(file).Replace(text, replacement));
        Assert.Contains(words, Assert.Throws<InvalidSpecificationException>(() => PromptSpectrumFile.Read(file)).Message);
    }

    [Fact]
    public void Committed_schema_equals_the_generated_one()
    {
        string file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DataSetFile.Find("juno-2025")))!, "..", "schemas", "spectrum.schema.json");
        string generated = DocumentSchema.Generate<PromptSpectrumDocument>("Isolux prompt spectrum", isSplit: false);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Fact]
    public void Weights_follow_from_spectra_and_do_not_depend_on_threads()
    {
        WeightSettings settings = new() { StochasticPercent = [2.6], ConstantPercent = [1.0], NoisePercent = [1.6], CurvePercent = [2.4, 2.8, 3.2, 3.6], Threads = 2 };
        WeightRow row = new WeightStudy(Reactors.Juno, settings).Derive(null, TestContext.Current.CancellationToken).Rows[0];

        // An independent scan: 1.45 to 1.57 for b, 1.39 to 1.52 for 1/c.
        Assert.InRange(row.ConstantWeight, 1.45, 1.57);
        Assert.InRange(row.InverseNoiseWeight, 1.39, 1.52);
        Assert.Equal(row, new WeightStudy(Reactors.Juno, settings with { Threads = 1 }).Derive(null, TestContext.Current.CancellationToken).Rows[0]);
    }

    [Fact]
    public void An_offset_of_the_scale_moves_dm31_and_a_tilt_the_ordering()
    {
        ResolutionModel resolution = Reactors.Settings.Resolution;
        ScaleResult result = new ScaleStudy(Reactors.Juno, resolution, 6.5) { BandCount = 0, SizesPercent = [0.0, 1.0] }.Evaluate(null, TestContext.Current.CancellationToken);
        double nominal = result.Offsets.Single(point => point.SizePercent == 0.0).HeldDeltaChi2;
        ScalePoint offset = result.Offsets.Single(point => point.SizePercent == 1.0);

        // A pure scale of E is a scale of dm31/E: 1 % less the part that neutrino and visible energy differ by, 0.8 %.
        Assert.InRange(Math.Abs(offset.Dm31Percent), 0.6, 1.0);
        Assert.InRange(offset.HeldDeltaChi2 / nominal, 0.75, 1.25);
        Assert.True(result.Tilts.Min(point => point.HeldDeltaChi2) < 0.5 * nominal);
    }

    // False-alarm rate: 4 means and 4 widths within 5 standard errors each, 5e-6. 30 toys see a bias of 0.9 or a width of 1.6; the full statistics belong to validation.
    [Fact]
    public void Pulls_of_toys_are_standard_normal()
    {
        const int toys = 30;
        SpectrumModel model = new(Reactors.Juno, Reactors.Settings);
        OscillationParameters truth = Reactors.Juno.Normal;
        ToyResult result = new ToyStudy(model, ChiSquareForm.CombinedNeymanPearson, truth, 5).Run(toys, 2, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.FailedCount);
        Assert.All(result.Pulls, pulls => Assert.InRange(pulls.Mean, -5.0 / Math.Sqrt(toys), 5.0 / Math.Sqrt(toys)));
        Assert.All(result.Pulls, pulls => Assert.InRange(pulls.StandardDeviation, 1.0 - (5.0 / Math.Sqrt(2.0 * toys)), 1.0 + (5.0 / Math.Sqrt(2.0 * toys))));
        Assert.InRange(result.Chi2.Mean / result.DegreesOfFreedom, 1.0 - (5.0 * Math.Sqrt(2.0 / result.DegreesOfFreedom / toys)) - 0.02, 1.0 + (5.0 * Math.Sqrt(2.0 / result.DegreesOfFreedom / toys)) + 0.02);
    }

    private static PromptSpectrumResult Fit(ReactorExperiment experiment, PromptSpectrum data)
    {
        ResolutionModel width = new ResolutionFitter().Fit([.. DataSetFile.Read("juno-2025").ResolutionPeaks.Select(peak => peak.Point)]).Model;
        return new PromptSpectrumFit(experiment, data, width) { ContourPoints = 4 }.Fit();
    }
}
