using System.Collections.Immutable;

namespace Isolux.Detector.Capsules;

/// <summary>The capsule of a source: a solid cylinder with the radioactive substance in its middle, covered, in its fixture.</summary>
/// <param name="Name">Name of the kind of capsule.</param>
/// <param name="ActiveDiameterMm">Diameter of the cylinder in which decays happen, evenly, mm.</param>
/// <param name="ActiveHeightMm">Its height, mm.</param>
/// <param name="Body">Cylinder and shell.</param>
/// <param name="Fixture">What it hangs in.</param>
public sealed record SourceCapsule(string Name, double ActiveDiameterMm, double ActiveHeightMm, CoveredCylinder Body, SourceFixture Fixture)
{
    // Longer than any detector is high; where light and gammas stop it has no end.
    private const double CableLengthMm = 100_000.0;

    /// <summary>Where decays happen.</summary>
    public UprightCylinder ActiveVolume => UprightCylinder.About(0.0, ActiveDiameterMm, ActiveHeightMm);

    /// <summary>All bodies, inner ones first.</summary>
    public ImmutableArray<CapsuleBody> Bodies()
    {
        double connectorMm = Fixture.ConnectorDistanceMm + (0.5 * Fixture.Connector.OuterHeightMm);
        double weightMm = -Fixture.WeightDistanceMm - (0.5 * Fixture.Weight.OuterHeightMm);
        ImmutableArray<CapsuleBody> solids =
            [.. Body.Bodies("capsule", 0.0), .. Fixture.Connector.Bodies("connector", connectorMm), .. Fixture.Weight.Bodies("weight", weightMm)];
        SourceCable cable = Fixture.Cable;
        return cable.DiameterMm > 0
            ? [.. solids, new CapsuleBody("cable", new UprightCylinder(0.5 * cable.DiameterMm, -Fixture.WeightDistanceMm, CableLengthMm), cable.Material, cable.Reflectivity)]
            : solids;
    }
}
