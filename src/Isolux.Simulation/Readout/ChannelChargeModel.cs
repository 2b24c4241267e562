using Isolux.Detector.Readout;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Readout;

/// <summary>
/// Instrumental non-linearity of the large PMTs: a true charge q above 1 PE is measured as q / (1 + (q - 1) / (h - 1)), half of it at q = h (the conservative requirement of JHEP 03
/// (2021) 004, "50 % at 100 PE"). Every channel has its own h, drawn once per seed.
/// </summary>
public sealed class ChannelChargeModel
{
    private readonly double[] _lossPerPe;

    /// <summary>The channels of a detector.</summary>
    /// <param name="readout">Their declared non-linearity.</param>
    /// <param name="channelCount">Number of large PMTs; they are the first channels.</param>
    /// <param name="seed">Seed of the spread.</param>
    public ChannelChargeModel(ChargeReadout readout, int channelCount, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(readout);
        ArgumentOutOfRangeException.ThrowIfNegative(channelCount);
        _lossPerPe = new double[channelCount];
        for (int channel = 0; channel < channelCount; channel++)
        {
            RandomSequence random = new(seed, 0, RandomStream.ChannelProperties, 0, (uint)channel);
            double halvedPe = readout.ChargeHalvedAtPe * (1.0 + (readout.ChargeHalvedSpreadFraction * Math.Clamp(random.NextNormal(), -3.0, 3.0)));
            _lossPerPe[channel] = 1.0 / (halvedPe - 1.0);
        }
    }

    /// <summary>Number of channels.</summary>
    public int ChannelCount => _lossPerPe.Length;

    /// <summary>The charge a channel measures, PE.</summary>
    /// <param name="channel">Index of a large PMT.</param>
    /// <param name="chargePe">True charge, PE.</param>
    public double MeasuredPe(int channel, double chargePe) =>
        chargePe > 1.0 ? chargePe / (1.0 + ((chargePe - 1.0) * _lossPerPe[channel])) : chargePe;
}
