using System.Collections.Immutable;
using Isolux.Detector.Capsules;

namespace Isolux.Strategy.Capsules;

/// <summary>A capsule with one unpublished size changed.</summary>
/// <param name="What">What is changed, and to what.</param>
/// <param name="Capsule">The changed capsule.</param>
internal sealed record CapsuleVariation(string What, SourceCapsule Capsule)
{
    private static readonly ImmutableArray<double> s_factors = [0.5, 2.0];

    /// <summary>Every unpublished size halved and doubled, one after the other, and other reflectivities.</summary>
    public static ImmutableArray<CapsuleVariation> Of(SourceCapsule capsule)
    {
        SourceFixture fixture = capsule.Fixture;
        var variations = ImmutableArray.CreateBuilder<CapsuleVariation>();
        foreach (double factor in s_factors)
        {
            Add("active volume, diameter and height", capsule.ActiveDiameterMm, capsule with { ActiveDiameterMm = factor * capsule.ActiveDiameterMm, ActiveHeightMm = factor * capsule.ActiveHeightMm });
            Add("shell, thickness", capsule.Body.Covering?.ThicknessMm ?? 0.0, capsule with { Body = Thicker(capsule.Body) });
            Add("connector, diameter", fixture.Connector.DiameterMm, capsule with { Fixture = fixture with { Connector = Wider(fixture.Connector) } });
            Add("connector, height", fixture.Connector.HeightMm, capsule with { Fixture = fixture with { Connector = Higher(fixture.Connector) } });
            Add("weight, diameter", fixture.Weight.DiameterMm, capsule with { Fixture = fixture with { Weight = Wider(fixture.Weight) } });
            Add("weight, height", fixture.Weight.HeightMm, capsule with { Fixture = fixture with { Weight = Higher(fixture.Weight) } });
            Add("cable, diameter", fixture.Cable.DiameterMm, capsule with { Fixture = fixture with { Cable = fixture.Cable with { DiameterMm = factor * fixture.Cable.DiameterMm } } });

            CoveredCylinder Thicker(CoveredCylinder solid) => solid with { Covering = solid.Covering! with { ThicknessMm = factor * solid.Covering!.ThicknessMm } };
            CoveredCylinder Wider(CoveredCylinder solid) => solid with { DiameterMm = factor * solid.DiameterMm };
            CoveredCylinder Higher(CoveredCylinder solid) => solid with { HeightMm = factor * solid.HeightMm };
            void Add(string what, double valueMm, SourceCapsule changed) =>
                variations.Add(new CapsuleVariation(FormattableString.Invariant($"{what} {factor * valueMm:0.##} mm instead of {valueMm:0.##}"), changed));
        }

        foreach (double reflectivity in new[] { 0.2, 0.9 })
        {
            variations.Add(new CapsuleVariation(
                FormattableString.Invariant($"connector, reflectivity {reflectivity:0.##} instead of {fixture.Connector.Reflectivity:0.##}"),
                capsule with { Fixture = fixture with { Connector = fixture.Connector with { Reflectivity = reflectivity } } }));
        }

        return [.. variations.OrderBy(variation => variation.What, StringComparer.Ordinal)];
    }
}
