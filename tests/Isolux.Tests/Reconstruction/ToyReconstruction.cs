using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Reconstruction.Likelihood;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Strategy.Reconstruction;
using Isolux.Tests.Response;

namespace Isolux.Tests.Reconstruction;

/// <summary>
/// A clear sphere seen by 2,000 sensors, written down instead of simulated: without scattering the light of a point at r, per solid angle about the centre, is R^2 (R - r cos gamma)/d^3 with d
/// the distance, mean 1 over the sphere. Light arrives up to 3 ns after its straight line.
/// </summary>
public sealed class ToyReconstruction
{
    private const double RadiusMm = 17_700.0;
    private const double SensorRadiusMm = 19_434.0;
    private const double CentreProbability = 0.1;
    private readonly HitSampler _sampler;

    public ToyReconstruction()
    {
        _sampler = new HitSampler(Detector, Map);
        Payload = ExpectedLightMapFactory.Make(Detector, Map);
        Light = new ExpectedLight(Detector, Payload, IdealChannels.Of(Detector), Payload.PePerMeV, Window);
    }

    public static DetectorDescription Detector { get; } = ToyResponse.Detector with
    {
        Geometry = ToyResponse.Detector.Geometry! with { Bars = [] },
        Photosensors = [.. ToyResponse.Detector.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt)],
    };

    public static ReadoutWindow Window => new(0, Detector.DarkNoiseWindowNs);

    public static ResponseMap Map { get; } = new(
        Arriving(CentreProbability), Arriving(0.0), SampledCurve.Constant(1.0), new HitPattern(Detector, RadiusMm, Tables()), new ResponseMapQuality(0, 0.0, 0.0, 1.0));

    public ExpectedLightMapPayload Payload { get; }

    internal ExpectedLight Light { get; }

    /// <summary>Light that arrives from a point over that from the centre.</summary>
    public static double Ratio(double radiusMm, double cosTheta)
    {
        double fraction = radiusMm / RadiusMm;
        return 1.0 + (0.2 * fraction * fraction) + (0.05 * fraction * fraction * cosTheta);
    }

    public EventReconstructor Reconstructor(ExpectedLightMapPayload payload, ReconstructionMode mode) => new(
        Detector,
        ConditionsSnapshot.NominalForTestsOnly(payload, IdealChannels.Of(Detector), new LightYieldPayload(payload.PePerMeV, 0, "test")),
        Window,
        new ReconstructionSettings { Mode = mode });

    /// <summary>Flashes of scintillation at a point.</summary>
    public HitBatch Flashes(Position position, double energyMeV, int count, uint run)
    {
        EnergyDeposit[] deposits = [new(position, 0.0, energyMeV, energyMeV, 0.0, new UnitVector(0, 0, 1))];
        HitBuffer buffer = new();
        List<int> offsets = [0];
        List<int> channels = [];
        List<float> times = [];
        for (uint i = 0; i < count; i++)
        {
            _sampler.Sample(deposits, 5, run, i, buffer);
            foreach (Hit hit in buffer.Hits)
            {
                channels.Add(hit.Channel.Index);
                times.Add((float)hit.TimeNs);
            }

            offsets.Add(channels.Count);
        }

        return new HitBatch(
            [.. Enumerable.Range(0, count).Select(i => (uint)i)], new double[count], [.. offsets], [.. channels], [.. channels.Select(_ => 1.0f)], [.. times]);
    }

    private static LightMap Arriving(double centreProbability)
    {
        LightMapGrid grid = new(RadiusMm, 0.0, 0);
        float[] axial = new float[(grid.RadialCells + 1) * (grid.PolarCells + 1)];
        for (int i = 0; i < axial.Length; i++)
        {
            axial[i] = (float)(centreProbability
                * Ratio(grid.RadiusMm(i / (grid.PolarCells + 1)), PolarCoordinate.ToCosTheta(grid.Polar(i % (grid.PolarCells + 1)))));
        }

        return new LightMap(grid, axial, []);
    }

    private static HitTables Tables()
    {
        PatternGrid grid = new(RadiusMm);
        float[] angular = new float[2 * PatternGrid.Rows * PatternGrid.AngularCells];
        for (int i = 0; i < angular.Length; i++)
        {
            double r = grid.RadiusMm(i / PatternGrid.AngularCells % PatternGrid.Rows);
            double s = ((i % PatternGrid.AngularCells) + 0.5) / PatternGrid.AngularCells;
            double d = Math.Sqrt(((SensorRadiusMm - r) * (SensorRadiusMm - r)) + (4.0 * SensorRadiusMm * r * s * s));
            angular[i] = (float)(SensorRadiusMm * SensorRadiusMm * (SensorRadiusMm - (r * (1.0 - (2.0 * s * s)))) / (d * d * d));
        }

        float[] delays = [.. Enumerable.Range(0, HitPattern.QuantileCount + 1).Select(i => (float)(3.0 * HitPatternBuilder.Probability(i)))];
        return new HitTables(
            angular,
            [.. Detector.Photosensors.Select(_ => 1.0f)],
            [.. Enumerable.Repeat(delays, PatternGrid.Rows * PatternGrid.TimeAngularCells).SelectMany(cell => cell)],
            default);
    }
}
