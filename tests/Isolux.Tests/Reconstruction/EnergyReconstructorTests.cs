using CsCheck;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Xunit;

namespace Isolux.Tests.Reconstruction;

public sealed class EnergyReconstructorTests
{
    private const double RadiusMm = 17_700.0;
    private static readonly DarkNoisePayload Dark = new(142.7, 0.0, 300.0, "test");
    private static readonly LightYieldPayload Yield = new(1345.0, 0.5, "test");

    // g = 1 + 0.08 u + 0.02 v in scaled coordinates, plus one node, so that both parts of the spline count.
    private static readonly NonUniformityMapPayload Map =
        new(RadiusMm, 0.5, 0.5, 0.0, 1.0, [0.7], [0.3], [0.4], [1.0, 0.08, 0.02], [.. new double[10]], "test");

    private static readonly EnergyReconstructor Reconstructor = new(ConditionsSnapshot.NominalForTestsOnly(Dark, Yield, Map));

    [Fact]
    public void Correcting_distorted_light_gives_the_energy_back() =>
        Gen.Select(Gen.Double[0.2, 12.0], Gen.Double[0.0, RadiusMm], Gen.Double[-1.0, 1.0], Gen.Double[-3.1, 3.1]).Sample((energyMeV, radiusMm, cosTheta, phiRad) =>
        {
            Position vertex = Position.FromSpherical(radiusMm, cosTheta, phiRad);
            double exactPe = (energyMeV * Yield.ValuePePerMeV * Map.Evaluate(vertex)) + Dark.MeanPe;
            double reconstructedMeV = Reconstructor.Reconstruct((int)Math.Round(exactPe), vertex).MeV;

            // Half a photoelectron of rounding is the only loss.
            Assert.Equal(energyMeV, reconstructedMeV, 0.51 / (Yield.ValuePePerMeV * Map.Evaluate(vertex)));
        });

    [Fact]
    public void Without_position_only_dark_noise_and_light_yield_enter()
    {
        Assert.Equal(1.0, Reconstructor.WithoutPosition(1345 + 143).MeV, 1e-3);
        Assert.Equal((1000 - 142.7) / 1345.0, Reconstructor.WithoutPosition(1000).MeV, 1e-12);
    }

    [Fact]
    public void A_vertex_outside_the_scintillator_counts_as_on_its_surface()
    {
        VisibleEnergy outside = Reconstructor.Reconstruct(3000, new Position(0, 0, 18_500));
        VisibleEnergy surface = Reconstructor.Reconstruct(3000, new Position(0, 0, RadiusMm));
        Assert.Equal(surface.MeV, outside.MeV, 1e-12);
    }

    [Fact]
    public void A_missing_constant_is_an_error_that_names_it_never_a_default()
    {
        Payload[] all = [Dark, Yield, Map];
        foreach (Payload missing in all)
        {
            ConditionsSnapshot snapshot = ConditionsSnapshot.NominalForTestsOnly([.. all.Where(payload => payload != missing)]);
            MissingConstantException error = Assert.Throws<MissingConstantException>(() => new EnergyReconstructor(snapshot));
            Assert.Contains(missing.TypeName, error.Message, StringComparison.Ordinal);
        }
    }
}
