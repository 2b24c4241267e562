using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Events.Hits;
using Isolux.Quantities;
using Isolux.Reconstruction.Likelihood;
using Xunit;

namespace Isolux.Tests.Reconstruction;

/// <summary>The likelihood of hits alone against a sum over every channel, and its gradient against differences.</summary>
public sealed class EventLikelihoodTests(ToyReconstruction toy) : IClassFixture<ToyReconstruction>
{
    // Sums over channels are tabulated on a lattice; half a per mille of 1,000 photoelectrons.
    private const double SumTolerance = 0.5;

    [Theory]
    [InlineData(0.5, 0.3, 1.0)]
    [InlineData(4.0, 3.0, -9.0)]
    [InlineData(-12.0, 9.0, 6.5)]
    public void Hits_alone_give_the_likelihood_of_all_channels(double x, double y, double z)
    {
        HitBatch flash = toy.Flashes(Position.FromMetres(x, y, z), 1.0, 1, 21);
        EventHits hits = Load(flash);
        LikelihoodParameters at = new((1000 * x) + 80, (1000 * y) - 50, (1000 * z) + 40, 0.7, 0.1);
        LikelihoodValue value = new();
        new EventLikelihood(toy.Light, withTimes: true).Evaluate(hits, at, 1.0, value);
        double slow = SlowValue(flash[0], at);
        Assert.Equal(slow, value.Value, SumTolerance);
    }

    [Theory]
    [InlineData(true, 4.0, 3.0, -9.0)]
    [InlineData(true, 0.2, -0.1, 0.3)]
    [InlineData(true, 9.0, 9.0, 10.5)]
    [InlineData(false, -12.0, 9.0, 6.5)]
    public void The_gradient_is_that_of_the_value(bool withTimes, double x, double y, double z)
    {
        EventHits hits = Load(toy.Flashes(Position.FromMetres(x, y, z), 1.0, 1, 22));
        EventLikelihood likelihood = new(toy.Light, withTimes);
        LikelihoodParameters at = new((1000 * x) + 60, (1000 * y) + 30, (1000 * z) - 40, 0.4, 0.05);
        LikelihoodValue value = new();
        LikelihoodValue above = new();
        LikelihoodValue below = new();
        likelihood.Evaluate(hits, at, 1.0, value);
        double[] steps = [1.0, 1.0, 1.0, 0.02, 1e-3];
        for (int i = 0; i < steps.Length; i++)
        {
            double[] step = new double[steps.Length];
            step[i] = steps[i];
            likelihood.Evaluate(hits, at.Step(step, 1.0), 1.0, above);
            likelihood.Evaluate(hits, at.Step(step, -1.0), 1.0, below);
            double numeric = (above.Value - below.Value) / (2.0 * steps[i]);

            // A hundredth of what one standard error changes the gradient by.
            double scale = Math.Sqrt(Math.Max(value.Information[(i * steps.Length) + i], 1e-12));
            Assert.Equal(numeric, value.Gradient[i], 0.02 * scale);
        }
    }

    [Fact]
    public void The_payload_survives_its_bytes_and_follows_the_map_it_was_made_from()
    {
        var read = (ExpectedLightMapPayload)PayloadCodec.Decode(PayloadCodec.Encode(toy.Payload));
        Assert.Equal(PayloadCodec.Identify(toy.Payload), PayloadCodec.Identify(read));
        foreach (Position point in new[] { Position.FromMetres(1, 2, 3), Position.FromMetres(-9, 4, -8), Position.FromMetres(10, -11, 6) })
        {
            Assert.Equal(ToyReconstruction.Ratio(point.RadiusMm, point.CosTheta), read.Light.Evaluate(point, out _), 1e-5);
            RequireSlopes(read.Light, point, 1e-7);
        }
    }

    [Fact]
    public void A_surface_that_depends_on_azimuth_has_the_slopes_of_its_values()
    {
        LightSurface surface = new(
            10_000, 12, 9, [.. Enumerable.Range(0, 12 * 9).Select(i => 1.0 + (0.02 * (i / 9)) + (0.03 * Math.Cos(Math.PI * (i % 9) / 8.0)))],
            4_000, 3, 6, 9, 8, [.. Enumerable.Range(0, 6 * 9 * 8).Select(i => 0.01 * (i / 72) * Math.Sin(Math.PI * (i / 8 % 9) / 8.0) * Math.Cos(2.0 * Math.PI * (i % 8) / 8.0))]);
        RequireSlopes(surface, Position.FromMetres(1, 1, -1), 1e-5);
        RequireSlopes(surface, Position.FromMetres(-5, 3, 4), 1e-5);
        RequireSlopes(surface, Position.FromMetres(6, -6, -3), 1e-5);
        Assert.NotEqual(surface.Evaluate(Position.FromMetres(8, 0, 0), out _), surface.Evaluate(Position.FromMetres(0, 8, 0), out _), 1e-3);
        double turned = 2.0 * Math.PI / 3.0;
        Assert.Equal(
            surface.Evaluate(Position.FromMetres(8, 0, 0), out _), surface.Evaluate(Position.FromMetres(8 * Math.Cos(turned), 8 * Math.Sin(turned), 0), out _), 1e-9);
    }

    private static void RequireSlopes(LightSurface surface, Position point, double tolerance)
    {
        surface.Evaluate(point, out Position slope);
        Position step = new(2, -1, 1.5);
        double numeric = 0.5 * (surface.Evaluate(point + step, out _) - surface.Evaluate(point - step, out _));
        Assert.Equal(numeric, (slope.XMm * step.XMm) + (slope.YMm * step.YMm) + (slope.ZMm * step.ZMm), tolerance);
    }

    private EventHits Load(HitBatch flash)
    {
        EventHits hits = new();
        hits.Load(flash[0], toy.Light.Channels, toy.Light.Window);
        return hits;
    }

    /// <summary>ln L of the Poisson process, with the expectation of every channel written out.</summary>
    private double SlowValue(HitView flash, LikelihoodParameters at)
    {
        ChannelTable channels = toy.Light.Channels;
        ShareTable.Line line = toy.Light.Shares.NewLine();
        DelayTable.Sheet sheet = toy.Light.Delays.NewSheet();
        toy.Light.Shares.Fill(line, at.RadiusMm);
        toy.Light.Delays.Fill(sheet, at.RadiusMm);
        double totalPe = Math.Exp(at.LogEnergy) * toy.Payload.PePerMeV * toy.Payload.Light.Evaluate(new Position(at.XMm, at.YMm, at.ZMm), out _);
        double[] expectedPe = new double[channels.Count];
        double[] halfChords = new double[channels.Count];
        for (int i = 0; i < channels.Count; i++)
        {
            double cosine = ((at.XMm * channels.X[i]) + (at.YMm * channels.Y[i]) + (at.ZMm * channels.Z[i])) / at.RadiusMm;
            halfChords[i] = Math.Sqrt(0.5 * (1.0 - cosine));
            expectedPe[i] = channels.Weight[i] * line.Evaluate(halfChords[i], out _, out _);
        }

        double norm = totalPe / expectedPe.Sum();
        double value = -totalPe;
        for (int hit = 0; hit < flash.Channels.Length; hit++)
        {
            int i = flash.Channels[hit];
            if (i >= channels.Count)
            {
                continue;
            }

            Position sensor = new(toy.Light.Delays.SensorRadiusMm * channels.X[i], toy.Light.Delays.SensorRadiusMm * channels.Y[i], toy.Light.Delays.SensorRadiusMm * channels.Z[i]);
            double flightNs = toy.Light.Delays.SlownessNsPerMm * sensor.DistanceToMm(new Position(at.XMm, at.YMm, at.ZMm));
            double density = sheet.Evaluate(channels.Type[i], halfChords[i], flash.TimesNs[hit] - at.TimeNs - flightNs, out _, out _, out _);
            double noise = flash.TimesNs[hit] <= toy.Light.Window.EndNs && flash.TimesNs[hit] >= toy.Light.Window.StartNs ? channels.NoisePerNs[i] : ChannelTable.LeastNoisePerNs;
            value += Math.Log((norm * expectedPe[i] * density) + noise);
        }

        return value;
    }
}
