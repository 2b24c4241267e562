using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Storage;

/// <summary>Capsules as documents.</summary>
public sealed class CapsuleDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "sources": { "Cs137": { "capsule": "gama" } } }""", "$.sources.Cs137.capsule", "capsules are gamma, neutron")]
    [InlineData("""{ "capsules": { "fixture": { "cable": { "material": "stel" } } } }""", "$.capsules.fixture.cable.material", "materials are ptfe, steel")]
    [InlineData("""{ "capsules": { "kinds": { "gamma": { "body": { "coveringMaterial": null } } } } }""", "$.capsules.kinds.gamma.body.coveringMaterial", "give both or neither")]
    [InlineData("""{ "capsules": { "kinds": { "gamma": { "activeDiameterMm": { "value": 7 } } } } }""", "$.capsules.kinds.gamma.activeDiameterMm", "inside the capsule")]
    [InlineData("""{ "capsules": { "kinds": { "gamma": { "body": { "heightMm": { "value": 500 } } } } } }""", "$.capsules.kinds.gamma.body.heightMm", "between connector and weight")]
    [InlineData("""{ "capsules": { "fixture": { "weight": { "reflectivity": { "value": 1.2 } } } } }""", "$.capsules.fixture.weight.reflectivity.value", "between 0 and 1")]
    [InlineData("""{ "capsules": { "materials": { "steel": { "elements": { "Fe": { "massFraction": { "value": 0.1 } } } } } } }""", "$.capsules.materials.steel.elements", "sum to 1")]
    public void Faults_are_named(string overlay, string path, string words)
    {
        string file = _folder.Write("overlay.json", overlay);
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("juno", [file]));
        Assert.Equal(path, exception.Faults[0].Path);
        Assert.Contains(words, exception.Message);
    }

    [Fact]
    public void Every_gamma_and_neutron_source_has_the_published_capsule()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        foreach ((string name, double sizeMm) in new[] { ("Cs137", 6.0), ("Mn54", 6.0), ("Co60", 6.0), ("K40", 6.0), ("Ge68", 6.0), ("AmBe", 8.0), ("AmC", 8.0) })
        {
            SourceCapsule capsule = juno.Sources.Single(source => source.Name == name).Capsule!;
            Assert.Equal((sizeMm, sizeMm, 0.9), (capsule.Body.DiameterMm, capsule.Body.HeightMm, capsule.Body.Reflectivity));
            Assert.Equal((200.0, 200.0), (capsule.Fixture.ConnectorDistanceMm, capsule.Fixture.WeightDistanceMm));
        }
    }

    [Fact]
    public void Bodies_lie_where_the_document_puts_them()
    {
        SourceCapsule capsule = DetectorLoader.Load("juno", []).Sources.Single(source => source.Name == "Cs137").Capsule!;
        var bodies = capsule.Bodies().ToDictionary(body => body.Name, body => body.Shape);
        Assert.Equal(new UprightCylinder(3.0, -3.0, 3.0), bodies["capsule"]);
        Assert.Equal(new UprightCylinder(5.0, -5.0, 5.0), bodies["capsule covering"]);
        Assert.Equal(200.0, bodies["connector"].LowMm);
        Assert.Equal(-200.0, bodies["weight covering"].HighMm);
        Assert.Equal(-202.0, bodies["weight"].HighMm);
    }
}
