using Isolux.Events.Hits;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>The usable hits of one event in columns, with what the likelihood needs of their channels. Reused from event to event.</summary>
internal sealed class EventHits
{
    private double[] _x = [];
    private double[] _y = [];
    private double[] _z = [];
    private double[] _weight = [];
    private double[] _noisePerNs = [];
    private double[] _timeNs = [];
    private double[] _chargePe = [];
    private double[] _coefficients = [];
    private int[] _type = [];
    private int[] _lowestPower = [];

    public int Count { get; private set; }

    public ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    public ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    public ReadOnlySpan<double> Z => _z.AsSpan(0, Count);

    public ReadOnlySpan<double> Weight => _weight.AsSpan(0, Count);

    public ReadOnlySpan<double> NoisePerNs => _noisePerNs.AsSpan(0, Count);

    public ReadOnlySpan<double> TimeNs => _timeNs.AsSpan(0, Count);

    public ReadOnlySpan<double> ChargePe => _chargePe.AsSpan(0, Count);

    public ReadOnlySpan<int> Type => _type.AsSpan(0, Count);

    /// <summary>Lowest power of a pulse's <see cref="PulseTerms"/>; -1 for one photoelectron.</summary>
    public ReadOnlySpan<int> LowestPower => _lowestPower.AsSpan(0, Count);

    /// <summary>Whether some pulse may hold several photoelectrons.</summary>
    public bool HasPileUp { get; private set; }

    /// <summary>Sum of the charges, PE.</summary>
    public double TotalPe { get; private set; }

    /// <summary>Coefficients of a pulse's <see cref="PulseTerms"/>.</summary>
    public ReadOnlySpan<double> Coefficients(int hit) => _coefficients.AsSpan(PulseTerms.Count * hit, PulseTerms.Count);

    /// <summary>Takes the hits of usable large PMTs; noise is seen inside the window alone.</summary>
    public void Load(in HitView hits, ChannelTable channels, ReadoutWindow window)
    {
        Reserve(hits.Channels.Length);
        Count = 0;
        TotalPe = 0;
        HasPileUp = false;
        for (int i = 0; i < hits.Channels.Length; i++)
        {
            int channel = hits.Channels[i];
            if (channel < channels.Count && channels.Weight[channel] > 0)
            {
                (_chargePe[Count], _timeNs[Count]) = channels.Calibrate(channel, hits.ChargesPe[i], hits.TimesNs[i]);
                _lowestPower[Count] = PulseTerms.Fill(_chargePe[Count], channels.SinglePe(channel), _coefficients.AsSpan(PulseTerms.Count * Count, PulseTerms.Count));
                _x[Count] = channels.X[channel];
                _y[Count] = channels.Y[channel];
                _z[Count] = channels.Z[channel];
                _weight[Count] = channels.Weight[channel];
                bool noisy = hits.TimesNs[i] >= window.StartNs && hits.TimesNs[i] <= window.EndNs;
                _noisePerNs[Count] = noisy ? channels.NoisePerNs[channel] : ChannelTable.LeastNoisePerNs;
                _type[Count] = channels.Type[channel];
                HasPileUp |= _lowestPower[Count] >= 0;
                TotalPe += _chargePe[Count];
                Count++;
            }
        }
    }

    /// <summary>Takes every so many-th hit of another event.</summary>
    public void LoadEvery(EventHits all, int step)
    {
        Reserve(all.Count);
        Count = 0;
        TotalPe = 0;
        HasPileUp = false;
        for (int i = 0; i < all.Count; i += step)
        {
            _x[Count] = all._x[i];
            _y[Count] = all._y[i];
            _z[Count] = all._z[i];
            _weight[Count] = all._weight[i];
            _noisePerNs[Count] = all._noisePerNs[i];
            _timeNs[Count] = all._timeNs[i];
            _chargePe[Count] = all._chargePe[i];
            _type[Count] = all._type[i];
            _lowestPower[Count] = all._lowestPower[i];
            all.Coefficients(i).CopyTo(_coefficients.AsSpan(PulseTerms.Count * Count));
            HasPileUp |= _lowestPower[Count] >= 0;
            TotalPe += _chargePe[Count];
            Count++;
        }
    }

    private void Reserve(int count)
    {
        if (_x.Length < count)
        {
            int length = 2 * count;
            (_x, _y, _z, _weight) = (new double[length], new double[length], new double[length], new double[length]);
            (_noisePerNs, _timeNs, _chargePe, _type) = (new double[length], new double[length], new double[length], new int[length]);
            (_coefficients, _lowestPower) = (new double[PulseTerms.Count * length], new int[length]);
        }
    }
}
