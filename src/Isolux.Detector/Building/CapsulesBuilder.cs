using System.Collections.Immutable;
using Isolux.Detector.Capsules;
using Isolux.Detector.Documents;
using Isolux.Detector.Materials;

namespace Isolux.Detector.Building;

/// <summary>Builds the capsules of sources, by name.</summary>
internal sealed class CapsulesBuilder(SpecificationReader reader)
{
    private const string Path = "$.capsules";
    private readonly Dictionary<string, MaterialComposition> _materials = [];

    public ImmutableSortedDictionary<string, SourceCapsule> Build(CapsulesDocument? document)
    {
        var capsules = ImmutableSortedDictionary.CreateBuilder<string, SourceCapsule>(StringComparer.Ordinal);
        if (document is null)
        {
            return capsules.ToImmutable();
        }

        foreach ((string name, TargetDocument material) in document.Materials)
        {
            _materials[name] = new MaterialBuilder(reader).Build(material, $"{Path}.materials.{name}");
        }

        if (Fixture(document.Fixture, Path + ".fixture") is not { } fixture)
        {
            return capsules.ToImmutable();
        }

        foreach ((string name, CapsuleDocument kind) in document.Kinds)
        {
            string path = $"{Path}.kinds.{name}";
            double diameterMm = reader.NonNegative(kind.ActiveDiameterMm, path + ".activeDiameterMm");
            double heightMm = reader.NonNegative(kind.ActiveHeightMm, path + ".activeHeightMm");
            if (Solid(kind.Body, path + ".body") is { } body)
            {
                RequireFit(diameterMm, heightMm, body, fixture, path);
                capsules[name] = new SourceCapsule(name, diameterMm, heightMm, body, fixture);
            }
        }

        return capsules.ToImmutable();
    }

    private SourceFixture? Fixture(FixtureDocument document, string path)
    {
        CoveredCylinder? connector = Solid(document.Connector, path + ".connector");
        CoveredCylinder? weight = Solid(document.Weight, path + ".weight");
        MaterialComposition? cable = Material(document.Cable.Material, path + ".cable.material");
        double cableMm = reader.NonNegative(document.Cable.DiameterMm, path + ".cable.diameterMm");
        double reflectivity = reader.Within(document.Cable.Reflectivity, path + ".cable.reflectivity", 0.0, 1.0);
        double connectorMm = reader.Positive(document.ConnectorDistanceMm, path + ".connectorDistanceMm");
        double weightMm = reader.Positive(document.WeightDistanceMm, path + ".weightDistanceMm");
        return connector is null || weight is null || cable is null
            ? null
            : new SourceFixture(connector, connectorMm, weight, weightMm, new SourceCable(cable, cableMm, reflectivity));
    }

    private CoveredCylinder? Solid(SolidDocument document, string path)
    {
        MaterialComposition? material = Material(document.Material, path + ".material");
        double diameterMm = reader.Positive(document.DiameterMm, path + ".diameterMm");
        double heightMm = reader.Positive(document.HeightMm, path + ".heightMm");
        double reflectivity = reader.Within(document.Reflectivity, path + ".reflectivity", 0.0, 1.0);
        if (document.CoveringMaterial is null != document.CoveringThicknessMm is null)
        {
            reader.Fault(path + ".coveringMaterial", null, "a covering has a material and a thickness", "give both or neither");
        }

        Covering? covering = document is { CoveringMaterial: { } name, CoveringThicknessMm: { } thickness } && Material(name, path + ".coveringMaterial") is { } cover
            ? new Covering(cover, reader.Positive(thickness, path + ".coveringThicknessMm"))
            : null;
        return material is null ? null : new CoveredCylinder(material, diameterMm, heightMm, reflectivity, covering);
    }

    private MaterialComposition? Material(string name, string path)
    {
        if (_materials.TryGetValue(name, out MaterialComposition? material))
        {
            return material;
        }

        reader.Fault(path, $"\"{name}\"", "no such material is declared", "materials are " + string.Join(", ", _materials.Keys));
        return null;
    }

    private void RequireFit(double activeDiameterMm, double activeHeightMm, CoveredCylinder body, SourceFixture fixture, string path)
    {
        if (activeDiameterMm > body.DiameterMm || activeHeightMm > body.HeightMm)
        {
            reader.Fault(path + ".activeDiameterMm", null, "the active volume lies inside the capsule", "make it smaller");
        }

        if (0.5 * body.OuterHeightMm > Math.Min(fixture.ConnectorDistanceMm, fixture.WeightDistanceMm))
        {
            reader.Fault(path + ".body.heightMm", null, "the capsule lies between connector and weight", "make it shorter or the distances longer");
        }
    }
}
