using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Storage;

public sealed class StrictJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private enum Colour
    {
        Red,
        DarkBlue,
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Comments_trailing_commas_and_defaults_are_read()
    {
        Sample sample = Read("""
            // a comment
            { "name": "x", "inner": { "lengthM": 1.5, }, "colours": ["red", "darkBlue"], /* here too */ }
            """);
        Assert.Equal(1.5, sample.Inner.LengthM);
        Assert.Equal(7, sample.Count);
        Assert.Equal([Colour.Red, Colour.DarkBlue], sample.Colours);
    }

    [Theory]
    [InlineData("""{ "name": "x", "inner": { "lengthMm": 1 }, "colours": [] }""", "$.inner.lengthMm", "did you mean 'lengthM'")]
    [InlineData("""{ "name": "x", "colours": [] }""", "$", "lacks 'inner'")]
    [InlineData("""{ "name": "x", "inner": {}, "colours": [] }""", "$.inner", "lacks 'lengthM'")]
    [InlineData("""{ "name": null, "inner": { "lengthM": 1 }, "colours": [] }""", "$.name", "null")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": 1, "lengthM": 2 }, "colours": [] }""", "$.inner.lengthM", "twice")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": "1" }, "colours": [] }""", "$.inner.lengthM", "a number, without quotes")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": NaN }, "colours": [] }""", "$.inner.lengthM", "NaN")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": 1 }, "colours": ["green"] }""", "$.colours[0]", "red, darkBlue")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": 1 }, "colours": [1] }""", "$.colours[0]", "red, darkBlue")]
    [InlineData("""{ "name": "x", "inner": { "lengthM": 1 }, "colours": [], "count": 1.5 }""", "$.count", "whole number")]
    [InlineData("""[1, 2]""", "$", "must be an object")]
    [InlineData("""{ "name": "x", """, "$.name", "not JSON")]
    public void Each_fault_names_path_and_remedy(string json, string path, string words)
    {
        InvalidSpecificationException exception = Assert.Throws<InvalidSpecificationException>(() => Read(json));
        SpecificationFault fault = Assert.Single(exception.Faults);
        Assert.Equal(path, fault.Path);
        Assert.EndsWith("sample.json", fault.File);
        Assert.Contains(words, exception.Message);
        Assert.DoesNotContain(Environment.NewLine, exception.Message);
    }

    [Fact]
    public void Missing_file_is_one_sentence()
    {
        var exception = Assert.Throws<InvalidSpecificationException>(() => StrictJson.Read<Sample>("/nowhere/x.json"));
        Assert.Contains("does not exist", exception.Message);
    }

    [Fact]
    public void Overlays_merge_in_order_and_null_removes()
    {
        string file = _folder.Write("sample.json", """{ "name": "x", "inner": { "lengthM": 1 }, "colours": ["red"], "count": 3 }""");
        string first = _folder.Write("first.json", """{ "inner": { "lengthM": 2 }, "count": null }""");
        string second = _folder.Write("second.json", """{ "inner": { "lengthM": 4 }, "colours": [] }""");
        Sample sample = StrictJson.ReadMerged<Sample>(file, [first, second]);
        Assert.Equal(4, sample.Inner.LengthM);
        Assert.Equal(7, sample.Count);
        Assert.Empty(sample.Colours);
    }

    [Fact]
    public void A_fault_written_by_an_overlay_names_the_overlay()
    {
        string file = _folder.Write("sample.json", """{ "name": "x", "inner": { "lengthM": 1 }, "colours": ["red"] }""");
        string overlay = _folder.Write("overlay.json", """{ "inner": { "lengthM": "long" } }""");
        var exception = Assert.Throws<InvalidSpecificationException>(() => StrictJson.ReadMerged<Sample>(file, [overlay]));
        Assert.Equal(overlay, Assert.Single(exception.Faults).File);
    }

    private Sample Read(string json) => StrictJson.Read<Sample>(_folder.Write("sample.json", json));

    private sealed record Inner(double LengthM);

    private sealed record Sample(string Name, Inner Inner, ImmutableArray<Colour> Colours, int Count = 7);
}
