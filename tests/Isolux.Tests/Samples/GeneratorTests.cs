using Isolux.Detector.Sources;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Samples;

/// <summary>Where events start. False-alarm probability 1e-4 per statistical assertion, fixed seed.</summary>
public sealed class GeneratorTests
{
    private const double FalseAlarm = 1e-4;
    private const double RadiusMm = 17_200.0;
    private const int Events = 20_000;

    [Fact]
    public void A_sphere_is_filled_evenly_and_nothing_lies_outside()
    {
        Primary[] primaries = Generate(new UniformSphereGenerator(ParticleKind.Positron, 1.0, RadiusMm));
        Assert.All(primaries, primary => Assert.True(primary.Position.RadiusMm <= RadiusMm));
        StatisticalAssert.Follows([.. primaries.Select(p => p.Position.RadiusMm)], r => Math.Pow(r / RadiusMm, 3), FalseAlarm);
        StatisticalAssert.Follows([.. primaries.Select(p => p.Position.CosTheta)], c => 0.5 * (c + 1.0), FalseAlarm);
        StatisticalAssert.Follows([.. primaries.Select(p => p.Position.PhiRad)], phi => (phi + Math.PI) / (2.0 * Math.PI), FalseAlarm);
        StatisticalAssert.RejectsMutant("a sphere 1 % larger", () =>
            StatisticalAssert.Follows([.. primaries.Select(p => p.Position.RadiusMm)], r => Math.Pow(r / (1.01 * RadiusMm), 3), FalseAlarm));

        // <x^2> = R^2/5.
        RunningMoments squares = Moments(primaries.Select(p => p.Position.XMm * p.Position.XMm / (RadiusMm * RadiusMm)));
        StatisticalAssert.Agrees(squares.Mean, squares.MeanError, 0.2, FalseAlarm);
    }

    [Fact]
    public void Captures_spread_about_the_source_with_the_declared_width()
    {
        Position source = new(3_000, -2_000, 5_000);
        Primary[] primaries = Generate(new SourceGenerator(Neutron(150.0), source, 17_700.0));
        foreach (Func<Position, double> coordinate in new Func<Position, double>[] { p => p.XMm, p => p.YMm, p => p.ZMm })
        {
            RunningMoments moments = Moments(primaries.Select(p => coordinate(p.Position) - coordinate(source)));
            StatisticalAssert.Agrees(moments.Mean, moments.MeanError, 0.0, FalseAlarm);
            StatisticalAssert.Agrees(moments.StandardDeviation, moments.StandardDeviationError, 150.0, FalseAlarm);
            StatisticalAssert.RejectsMutant("4 % too wide", () => StatisticalAssert.Agrees(1.04 * moments.StandardDeviation, moments.StandardDeviationError, 150.0, FalseAlarm));
        }

        Assert.All(primaries, primary => Assert.Equal((ParticleKind.Gamma, 2.2233), (primary.Kind, primary.EnergyMeV)));
    }

    [Fact]
    public void A_capture_outside_the_scintillator_leaves_nothing_in_it()
    {
        SourceGenerator generator = new(Neutron(150.0), new Position(0, 0, 17_700), 17_700.0);
        Primary[] buffer = new Primary[generator.MaximumCount];
        int inside = 0;
        for (uint i = 0; i < Events; i++)
        {
            int made = generator.Generate(1, 2, i, buffer);
            inside += made;
            Assert.True(made == 0 || buffer[0].Position.RadiusMm < 17_700.0);
        }

        // On the boundary, half the captures lie inside, less by the curvature: sigma/R is 0.8 %.
        double fraction = (double)inside / Events;
        Assert.InRange(fraction, 0.485, 0.505);
    }

    [Fact]
    public void A_gamma_source_emits_all_its_lines_at_its_place()
    {
        SourceGenerator generator = new(new CalibrationSource("Co60", SourceKind.Gamma, [1.173, 1.333], 100.0, 0.0), new Position(0, 0, 1000), 17_700.0);
        Primary[] buffer = new Primary[generator.MaximumCount];
        Assert.Equal(2, generator.Generate(1, 2, 3, buffer));
        Assert.Equal([1.173, 1.333], buffer.Select(primary => primary.EnergyMeV));
        Assert.All(buffer, primary => Assert.Equal(new Position(0, 0, 1000), primary.Position));
    }

    private static CalibrationSource Neutron(double spreadMm) => new("AmC", SourceKind.Neutron, [2.2233], 100.0, spreadMm);

    private static Primary[] Generate(IPrimaryGenerator generator)
    {
        Primary[] all = new Primary[Events];
        Primary[] buffer = new Primary[generator.MaximumCount];
        for (uint i = 0; i < Events; i++)
        {
            Assert.Equal(1, generator.Generate(1, 2, i, buffer));
            all[i] = buffer[0];
        }

        return all;
    }

    private static RunningMoments Moments(IEnumerable<double> values)
    {
        RunningMoments moments = new();
        foreach (double value in values)
        {
            moments.Add(value);
        }

        return moments;
    }
}
