using Isolux.Detector.Capsules;
using Isolux.Detector.Sources;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Capsules;

/// <summary>Decays in capsules. False-alarm probability 1e-4 per statistical assertion, fixed seed.</summary>
public sealed class CapsuleGeneratorTests
{
    private const double FalseAlarm = 1e-4;
    private static readonly DecayScheme s_germanium = CapsuleToys.Juno.Sources.Single(source => source.Name == "Ge68").Decay!;

    [Fact]
    public void Decays_fill_the_active_volume_evenly()
    {
        Position source = new(100.0, -200.0, 300.0);
        SourceCapsule capsule = CapsuleToys.Gamma with { ActiveDiameterMm = 4.0, ActiveHeightMm = 5.0 };
        CapsuleGenerator generator = new(s_germanium, capsule, source);
        Primary[] buffer = new Primary[generator.MaximumCount];
        Position[] points = new Position[20_000];
        for (uint i = 0; i < points.Length; i++)
        {
            generator.Generate(3, 1, i, buffer);
            points[i] = buffer[0].Position - source;
        }

        StatisticalAssert.Follows([.. points.Select(point => point.RhoMm)], rho => rho * rho / 4.0, FalseAlarm);
        StatisticalAssert.Follows([.. points.Select(point => point.ZMm)], z => (z + 2.5) / 5.0, FalseAlarm);
        StatisticalAssert.RejectsMutant("2 % wider", () => StatisticalAssert.Follows([.. points.Select(point => point.RhoMm)], rho => rho * rho / (4.0 * 1.02 * 1.02), FalseAlarm));
    }

    [Fact]
    public void The_same_decays_happen_without_the_capsule()
    {
        CapsuleGenerator inside = new(s_germanium, CapsuleToys.Gamma, Position.Centre);
        DecayGenerator bare = new(s_germanium, Position.Centre);
        Primary[] left = new Primary[inside.MaximumCount];
        Primary[] right = new Primary[bare.MaximumCount];
        for (uint i = 0; i < 500; i++)
        {
            int made = inside.Generate(3, 1, i, left);
            Assert.Equal(made, bare.Generate(3, 1, i, right));
            for (int k = 0; k < made; k++)
            {
                Assert.Equal(right[k], left[k] with { Position = Position.Centre });
            }
        }
    }
}
