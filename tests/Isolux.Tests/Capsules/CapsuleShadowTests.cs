using Isolux.Detector.Capsules;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Capsules;

/// <summary>Light that meets capsule and fixture. False-alarm probability 1e-4 per statistical assertion, fixed seed.</summary>
public sealed class CapsuleShadowTests
{
    private const double FalseAlarm = 1e-4;
    private const int Photons = 1_000_000;
    private static readonly SourceFixture s_fixture = CapsuleToys.Gamma.Fixture;

    [Fact]
    public void A_weight_takes_its_solid_angle_times_what_it_does_not_reflect()
    {
        // Seen from 100 mm above it on the axis: disc of radius 14.5 mm, fraction (1 - d/sqrt(d^2 + R^2))/2. The capsule, 95 mm above, is a disc of 5 mm.
        SourceCapsule capsule = CapsuleToys.Gamma with { Fixture = s_fixture with { Cable = s_fixture.Cable with { DiameterMm = 0.0 } } };
        CapsuleShadow shadow = new(capsule, Position.Centre, DirectionalDetection.Isotropic);
        (double[] met, double[] lost, double[] squares) = Shine(shadow, new Position(0, 0, -100));
        int weight = Index(shadow, "weight covering");
        int body = Index(shadow, "capsule covering");
        double ofWeight = 0.5 * (1.0 - (100.0 / Math.Sqrt(1e4 + (14.5 * 14.5))));
        double ofCapsule = 0.5 * (1.0 - (95.0 / Math.Sqrt((95.0 * 95.0) + 25.0)));
        StatisticalAssert.Agrees(met[weight], Math.Sqrt(ofWeight / Photons), ofWeight, FalseAlarm);
        StatisticalAssert.Agrees(met[body], Math.Sqrt(ofCapsule / Photons), ofCapsule, FalseAlarm);
        StatisticalAssert.RejectsMutant("a weight 5 % wider", () => StatisticalAssert.Agrees(met[weight], Math.Sqrt(ofWeight / Photons), 1.1 * ofWeight, FalseAlarm));

        // Of the reflected light 0.3 % meets the capsule and loses a tenth again.
        double view = 25.0 / (25.0 + (195.0 * 195.0));
        double expected = ofWeight * 0.1 * (1.0 + (0.9 * view));
        StatisticalAssert.Agrees(lost[weight], Math.Sqrt(squares[weight] / Photons), expected, FalseAlarm);
        StatisticalAssert.RejectsMutant("reflectivity 0.89", () => StatisticalAssert.Agrees(lost[weight], Math.Sqrt(squares[weight] / Photons), 1.1 * expected, FalseAlarm));
    }

    [Fact]
    public void A_long_cable_takes_its_angle()
    {
        // Light from 50 mm beside an endless cable of radius 0.5 mm meets it in azimuth alone: asin(a/rho)/pi.
        SourceCapsule capsule = CapsuleToys.Gamma with { Fixture = s_fixture with { WeightDistanceMm = 1e5, Cable = s_fixture.Cable with { Reflectivity = 0.0 } } };
        CapsuleShadow shadow = new(capsule, new Position(0, 0, -3000), DirectionalDetection.Isotropic);
        (double[] met, double[] lost, _) = Shine(shadow, new Position(30, 40, 0));
        int cable = Index(shadow, "cable");
        double expected = Math.Asin(0.5 / 50.0) / Math.PI;
        StatisticalAssert.Agrees(met[cable], Math.Sqrt(expected / Photons), expected, FalseAlarm);
        StatisticalAssert.RejectsMutant("a cable 10 % thicker", () => StatisticalAssert.Agrees(met[cable], Math.Sqrt(expected / Photons), 1.1 * expected, FalseAlarm));
        Assert.Equal(met[cable], lost[cable], 12);
    }

    [Fact]
    public void Reflection_follows_the_cosine_law()
    {
        // From the middle of the weight's upper face light reflected by Lambert's law falls on a disc of radius R in a distance h with the probability R^2/(R^2 + h^2); the black capsule lies before the disc.
        CoveredCylinder connector = s_fixture.Connector with { DiameterMm = 200.0, Reflectivity = 0.0 };
        SourceFixture fixture = s_fixture with { Connector = connector, Weight = s_fixture.Weight with { Reflectivity = 1.0 }, Cable = s_fixture.Cable with { DiameterMm = 0.0 } };
        SourceCapsule capsule = CapsuleToys.Gamma with { Fixture = fixture, Body = CapsuleToys.Gamma.Body with { Reflectivity = 0.0 } };
        CapsuleShadow shadow = new(capsule, Position.Centre, DirectionalDetection.Isotropic);
        (double[] met, double[] lost, _) = Shine(shadow, new Position(0, 0, -199.999));
        int weight = Index(shadow, "weight covering");
        double view = 1e4 / (1e4 + (400.0 * 400.0));
        double count = met[weight] * Photons;
        Assert.Equal(0.5, met[weight], 2e-3);
        StatisticalAssert.Agrees(lost[weight] / met[weight], Math.Sqrt(view / count), view, FalseAlarm);
        StatisticalAssert.RejectsMutant("the same in all directions", () => StatisticalAssert.Agrees(
            lost[weight] / met[weight], Math.Sqrt(view / count), 1.0 - (400.0 / Math.Sqrt(1e4 + (400.0 * 400.0))), FalseAlarm));
    }

    [Fact]
    public void White_bodies_take_nothing_where_all_directions_count_alike()
    {
        CoveredCylinder White(CoveredCylinder solid) => solid with { Reflectivity = 1.0 };
        SourceFixture fixture = s_fixture with { Connector = White(s_fixture.Connector), Weight = White(s_fixture.Weight), Cable = s_fixture.Cable with { Reflectivity = 1.0 } };
        CapsuleShadow shadow = new(CapsuleToys.Gamma with { Body = White(CapsuleToys.Gamma.Body), Fixture = fixture }, Position.Centre, DirectionalDetection.Isotropic);
        (_, double[] lost, _) = Shine(shadow, new Position(6, 0, 1));
        Assert.All(lost, loss => Assert.Equal(0.0, loss, 12));
    }

    [Fact]
    public void Detection_by_direction_is_looked_up_in_its_bin()
    {
        DirectionalDetection detection = new([0.1, 0.2, 0.3], [0.0, 0.0, 0.0]);
        Assert.Equal([0.1, 0.1, 0.2, 0.2, 0.3, 0.3], new[] { 1.0, 0.501, 0.499, -0.499, -0.501, -1.0 }.Select(detection.Probability));
        Assert.Equal((0.25 * 0.1) + (0.5 * 0.2) + (0.25 * 0.3), detection.MeanProbability, 12);
    }

    private static int Index(CapsuleShadow shadow, string name) => shadow.Bodies.IndexOf(shadow.Bodies.Single(body => body.Name == name));

    private static (double[] Met, double[] Lost, double[] Squares) Shine(CapsuleShadow shadow, Position start)
    {
        double[] met = new double[shadow.Bodies.Length];
        double[] lost = new double[met.Length];
        double[] squares = new double[met.Length];
        RandomSequence random = new(11, 0, RandomStream.PhotonEmission, 0, 0);
        for (int i = 0; i < Photons; i++)
        {
            ShadowedPhoton photon = shadow.Follow(start, ref random);
            if (photon.FirstBody >= 0)
            {
                met[photon.FirstBody] += 1.0 / Photons;
                lost[photon.FirstBody] += photon.LossFraction / Photons;
                squares[photon.FirstBody] += photon.LossFraction * photon.LossFraction / Photons;
            }
        }

        return (met, lost, squares);
    }
}
