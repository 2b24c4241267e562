using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>The large PMTs as the likelihood sees them: direction, sensitivity, noise. Arrays have one element per channel.</summary>
internal sealed class ChannelTable
{
    /// <summary>Noise of a channel without noise: without any, a single unexpected photoelectron would be impossible.</summary>
    public const double LeastNoisePerNs = 1e-12;

    private const double SPerNs = 1e-9;

    public ChannelTable(DetectorDescription detector, ExpectedLightMapPayload light)
    {
        Photosensor[] sensors = [.. detector.Photosensors.TakeWhile(sensor => sensor.Type.Kind == SensorKind.Lpmt)];
        ImmutableArray<double> weights = light.Shares.ChannelWeights;
        if (weights.Length != sensors.Length)
        {
            throw new ArgumentException(
                $"The expected light has {weights.Length} channels ('{detector.Name}' has {sensors.Length} large PMTs); use the map of this detector.", nameof(light));
        }

        Count = sensors.Length;
        X = new float[Count];
        Y = new float[Count];
        Z = new float[Count];
        NominalWeight = [.. weights];
        Weight = [.. weights];
        NoisePerNs = new double[Count];
        Type = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            Photosensor sensor = sensors[i];
            double inverse = 1.0 / sensor.Centre.RadiusMm;
            X[i] = (float)(inverse * sensor.Centre.XMm);
            Y[i] = (float)(inverse * sensor.Centre.YMm);
            Z[i] = (float)(inverse * sensor.Centre.ZMm);
            NoisePerNs[i] = Math.Max(SPerNs * sensor.Type.DarkRateHz, LeastNoisePerNs);
            Type[i] = light.Delays.SensorTypes.IndexOf(sensor.Type.Name);
            if (Type[i] < 0)
            {
                throw new ArgumentException($"The expected light knows no sensors of type '{sensor.Type.Name}'; use the map of this detector.", nameof(light));
            }
        }
    }

    public int Count { get; }

    /// <summary>Direction from the detector centre.</summary>
    public float[] X { get; }

    public float[] Y { get; }

    public float[] Z { get; }

    /// <summary>Relative sensitivity as the expected light has it.</summary>
    public double[] NominalWeight { get; }

    /// <summary>Relative sensitivity as calibrated; 0 for a channel that is left out.</summary>
    public double[] Weight { get; }

    /// <summary>Dark counts per ns.</summary>
    public double[] NoisePerNs { get; }

    /// <summary>Index of the type in the table of delays.</summary>
    public int[] Type { get; }
}
