using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Detector;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_detector_of_the_catalogue_loads()
    {
        Assert.Equal(["juno", "toy-balls", "toy-lab", "toy-spheres"], DetectorLoader.KnownNames());
        Assert.All(DetectorLoader.KnownNames(), name => Assert.Equal(name, DetectorLoader.Load(name, []).Name));
    }

    [Fact]
    public void Toy_spheres_has_the_reference_parameters()
    {
        DetectorDescription toy = DetectorLoader.Load("toy-spheres", []);
        Assert.Equal(OuterBoundary.Detects, toy.Geometry!.OuterBoundary);
        Assert.Equal(["liquidScintillator", "acrylic", "water"], toy.Geometry.Shells.Select(s => s.Medium));
        Assert.Equal([17700.0, 17820.0, 19434.0], toy.Geometry.Shells.Select(s => s.OuterRadiusMm));
        Assert.Equal(430.0, toy.Scintillation!.FixedWavelengthNm);
        Assert.Equal(77000.0, toy.Media["liquidScintillator"].AbsorptionLengthMm!.Evaluate(430), 6);
        Assert.Null(toy.Media["water"].RayleighLengthMm);
        Assert.Empty(toy.Photosensors);
    }

    [Fact]
    public void Toy_balls_follow_the_golden_angle()
    {
        DetectorDescription toy = DetectorLoader.Load("toy-balls", []);
        Assert.Equal(17612, toy.Photosensors.Length);
        Assert.True(toy.Photosensors[0].Type.WholeEllipsoid);
        Assert.Equal(1.0 - (2.0 * 100.5 / 17612), toy.Photosensors[100].Centre.CosTheta, 12);
        Assert.Equal(19800.0, toy.Photosensors[100].Centre.RadiusMm, 6);
    }

    [Fact]
    public void Toy_lab_is_matter_without_optics()
    {
        DetectorDescription toy = DetectorLoader.Load("toy-lab", []);
        Assert.Null(toy.Geometry);
        Assert.Equal(0.55998, toy.Target!.ZOverAMolPerG, 4);
        Assert.Equal(12.05e-3, toy.Electromagnetic!.BirksConstantGPerCm2MeV);
    }

    [Fact]
    public void Juno_lengths_are_those_configured_at_the_reference_wavelength()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        Assert.Equal(77000.0, juno.Media["liquidScintillator"].AbsorptionLengthMm!.Evaluate(430), 6);
        Assert.Equal(27000.0, juno.Media["liquidScintillator"].RayleighLengthMm!.Evaluate(430), 6);
        Assert.Equal(0.301, juno.Photosensors.First(s => s.Type.Name == "mcp").Type.PhotonDetectionEfficiency.Evaluate(420), 12);
        Assert.Equal(0.5587, juno.Target!.ZOverAMolPerG, 4);
        Assert.Equal(1345.0, juno.DesignLightYieldPePerMeV);
    }

    [Fact]
    public void Unknown_name_lists_the_known_ones()
    {
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("jumo", []));
        Assert.Contains("juno, toy-balls, toy-lab, toy-spheres", exception.Message);
    }
}
