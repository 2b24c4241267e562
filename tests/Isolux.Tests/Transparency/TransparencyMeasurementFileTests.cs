using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Beams;
using Isolux.Storage.DataSets;
using Isolux.Storage.Documents;
using Isolux.Storage.Transparency;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Transparency;

public sealed class TransparencyMeasurementFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_schema_equals_the_generated_one()
    {
        string file = Path.Combine(Path.GetDirectoryName(DataSetFile.Find("juno-2025"))!, "..", "schemas", "transparency.schema.json");
        string generated = DocumentSchema.Generate<TransparencyMeasurementDocument>("Isolux measurement of transparency", isSplit: false);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        TransparencyMeasurement read = TransparencyMeasurementFile.Read(Write(), BeamToy.Detector);
        Assert.Equal("test", read.Source);
        Assert.Equal([430.0], read.WavelengthsNm);
        Assert.Equal(["centre", "chord"], read.At(430.0).Select(exposure => exposure.Beam));
        Assert.Equal([0, 2, 1999], read.Exposures[0].Channels);
        Assert.Equal([7.0, 2.5, 3.0], read.Exposures[0].ChargePe);
        Assert.Equal([0.1, 0.2, 0.3], read.Exposures[0].DarkPe);
        Assert.Equal(12, read.Exposures[0].Pulses);
    }

    [Theory]
    [InlineData("\"detector\": \"optical-toy\"", "\"detector\": \"other\"", "--detector")]
    [InlineData("\"beam\": \"chord\"", "\"beam\": \"cord\"", "no beam of this name")]
    [InlineData("\"beam\": \"chord\"", "\"beam\": \"centre\"", "twice")]
    [InlineData("\"wavelengthNm\": 430", "\"wavelengthNm\": 415", "no laser of this wavelength")]
    [InlineData("\"pulses\": 12", "\"pulses\": 0", "at least one pulse")]
    [InlineData("\"pulses\": 12", "\"pulses\": 12, \"shots\": 3", "shots")]
    [InlineData("\"singlePeResolutionPercent\": 0", "\"singlePeResolutionPercent\": -3", "between 0 and 100")]
    [InlineData("\"table\": \"chord-430nm.csv\"", "\"table\": \"none.csv\"", "does not exist")]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2", "version 1")]
    public void A_fault_of_the_document_names_it(string original, string replacement, string expected)
    {
        string file = Path.Combine(Write(), TransparencyMeasurementFile.MainFile);
        Replace(file, original, replacement);
        Assert.Contains(expected, Assert.Throws<InvalidSpecificationException>(() => TransparencyMeasurementFile.Read(file, BeamToy.Detector)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1999,3,0.3", "2000,3,0.3", "no large photosensor")]
    [InlineData("1999,3,0.3", "1998.5,3,0.3", "no large photosensor")]
    [InlineData("1999,3,0.3", "1999,-3,0.3", "must not be negative")]
    [InlineData("1999,3,0.3", "1999,many,0.3", "finite numbers")]
    [InlineData("1999,3,0.3", "1999,3,30", "does not exceed the dark noise")]
    [InlineData("chargePe", "charge", "no column 'chargePe'")]
    public void A_fault_of_a_table_names_it(string original, string replacement, string expected)
    {
        string folder = Write();
        Replace(Path.Combine(folder, "centre-430nm.csv"), original, replacement);
        Assert.Contains(expected, Assert.Throws<InvalidSpecificationException>(() => TransparencyMeasurementFile.Read(folder, BeamToy.Detector)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_constant_survives_its_bytes()
    {
        TransparencyPayload payload = new(430.0, 77.1, 1.6, 27.0, 0.2, -0.9, "test");
        Assert.Equal(payload, PayloadCodec.Decode(PayloadCodec.Encode(payload)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransparencyPayload(430.0, 77.1, 1.6, 27.0, 0.2, -1.1, "test"));
    }

    private string Write()
    {
        ImmutableArray<BeamExposure> exposures =
        [
            new("centre", 430.0, 12, [0, 2, 1999], [7.0, 2.5, 3.0], [0.1, 0.2, 0.3]),
            new("chord", 430.0, 12, [1, 5], [4.0, 5.0], [0.1, 0.2]),
        ];
        TransparencyMeasurementFile.Write(_folder.Path, BeamToy.Detector.Name, new TransparencyMeasurement("test", 0.0, exposures));
        return _folder.Path;
    }

    private static void Replace(string file, string original, string replacement)
    {
        string text = File.ReadAllText(file);
        Assert.Contains(original, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(original, replacement, StringComparison.Ordinal));
    }
}
