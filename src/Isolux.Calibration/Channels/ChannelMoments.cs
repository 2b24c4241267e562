namespace Isolux.Calibration.Channels;

/// <summary>What a run leaves of one channel: counts of events and sums over them of powers of the charge Q after the flash (0 where it did not answer).</summary>
internal struct ChannelMoments
{
    /// <summary>Events with a pulse after the flash.</summary>
    public int Occupied;

    /// <summary>Pulses before the flash.</summary>
    public int Dark;

    /// <summary>Sum of Q, PE.</summary>
    public double Sum1;

    /// <summary>Sum of Q^2, PE^2.</summary>
    public double Sum2;

    /// <summary>Sum of Q^3, PE^3.</summary>
    public double Sum3;

    /// <summary>Sum of Q^4, PE^4.</summary>
    public double Sum4;

    /// <summary>Adds the charge of one event.</summary>
    public void Add(double chargePe)
    {
        double square = chargePe * chargePe;
        Occupied++;
        Sum1 += chargePe;
        Sum2 += square;
        Sum3 += square * chargePe;
        Sum4 += square * square;
    }
}
