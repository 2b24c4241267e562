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

    private readonly ChannelConstantsPayload _constants;
    private readonly (double Fraction, double MeanPe)[] _tails;

    public ChannelTable(DetectorDescription detector, ExpectedLightMapPayload light, ChannelConstantsPayload constants)
    {
        _constants = constants;
        Photosensor[] sensors = [.. detector.Photosensors.TakeWhile(sensor => sensor.Type.Kind == SensorKind.Lpmt)];
        ImmutableArray<double> weights = light.Shares.ChannelWeights;
        if (weights.Length != sensors.Length)
        {
            throw new ArgumentException(
                $"The expected light has {weights.Length} channels ('{detector.Name}' has {sensors.Length} large PMTs); use the map of this detector.", nameof(light));
        }

        if (constants.ChannelCount < sensors.Length)
        {
            throw new ArgumentException(
                $"There are constants of {constants.ChannelCount} channels ('{detector.Name}' has {sensors.Length} large PMTs); use the constants of this detector.", nameof(constants));
        }

        Count = sensors.Length;
        X = new float[Count];
        Y = new float[Count];
        Z = new float[Count];
        NominalWeight = [.. weights];
        Weight = new double[Count];
        NoisePerNs = new double[Count];
        Type = new int[Count];
        _tails = new (double, double)[Count];
        for (int i = 0; i < Count; i++)
        {
            Photosensor sensor = sensors[i];
            double inverse = 1.0 / sensor.Centre.RadiusMm;
            X[i] = (float)(inverse * sensor.Centre.XMm);
            Y[i] = (float)(inverse * sensor.Centre.YMm);
            Z[i] = (float)(inverse * sensor.Centre.ZMm);
            Weight[i] = constants.Statuses[i] == ChannelStatus.Dead ? 0.0 : weights[i] * constants.RelativePde.Values[i];
            NoisePerNs[i] = Math.Max(SPerNs * constants.DarkRateHz.Values[i], LeastNoisePerNs);
            if (detector.Electronics?.Channels.GetValueOrDefault(sensor.Type.Name) is { } declared)
            {
                _tails[i] = (declared.SinglePeTailFraction, declared.SinglePeTailMeanPe);
            }

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

    /// <summary>Charge of one photoelectron: measured spread, tail as the type is declared to have.</summary>
    public SinglePeShape SinglePe(int channel) => new(_constants.SinglePeSpread.Values[channel], _tails[channel].Fraction, _tails[channel].MeanPe);

    /// <summary>The charge of a hit, PE, and its time, ns, as calibrated.</summary>
    public (double ChargePe, double TimeNs) Calibrate(int channel, double measuredPe, double timeNs)
    {
        double chargePe = _constants.CalibratedPe(channel, measuredPe);
        return (chargePe, timeNs - _constants.DelayNs(channel, chargePe));
    }
}
