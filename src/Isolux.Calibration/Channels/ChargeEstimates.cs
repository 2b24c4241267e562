namespace Isolux.Calibration.Channels;

/// <summary>
/// Occupancy, gain and spread of a channel from N flashes of constant mean. Photoelectrons are Poisson, lambda per flash: lambda = -ln(1 - p) from the fraction p of flashes with a pulse,
/// so that several photoelectrons at once are counted as what they are. The summed charge Q is compound Poisson: E[Q] = lambda g and Var[Q] = lambda g^2 (1 + s^2), whatever the shape of
/// the charge of one photoelectron, its tail included. Hence g = E[Q] / lambda and s^2 = Var[Q] lambda / E[Q]^2 - 1.
/// </summary>
/// <param name="Lambda">Photoelectrons and dark counts per flash, PE.</param>
/// <param name="Gain">Mean charge of a photoelectron over the nominal one.</param>
/// <param name="Spread">Its standard deviation over its mean.</param>
internal readonly record struct ChargeEstimates(Estimate Lambda, Estimate Gain, Estimate Spread)
{
    /// <summary>Estimates with errors by linear propagation of the covariance of (Q, Q^2, answered) over flashes.</summary>
    public static ChargeEstimates Of(in ChannelMoments moments, int flashes)
    {
        double n = flashes;
        double p = moments.Occupied / n;
        double q1 = moments.Sum1 / n;
        double q2 = moments.Sum2 / n;
        double q3 = moments.Sum3 / n;
        double q4 = moments.Sum4 / n;
        double lambda = -Math.Log(1.0 - p);
        double perP = 1.0 / (1.0 - p);

        // Covariances of the means, times n. A flash without an answer has Q = 0, so E[Q 1] = E[Q].
        double v11 = q2 - (q1 * q1);
        double v12 = q3 - (q1 * q2);
        double v22 = q4 - (q2 * q2);
        double v1P = q1 * (1.0 - p);
        double v2P = q2 * (1.0 - p);
        double vPp = p * (1.0 - p);

        double gain = q1 / lambda;
        double g1 = 1.0 / lambda;
        double gP = -gain * perP / lambda;
        double gainVariance = ((g1 * g1 * v11) + (gP * gP * vPp) + (2.0 * g1 * gP * v1P)) / n;

        double square = (v11 * lambda / (q1 * q1)) - 1.0;
        double spread = Math.Sqrt(Math.Max(square, 1e-6));
        double s1 = -2.0 * q2 * lambda / (q1 * q1 * q1);
        double s2 = lambda / (q1 * q1);
        double sP = v11 / (q1 * q1) * perP;
        double squareVariance = ((s1 * s1 * v11) + (s2 * s2 * v22) + (sP * sP * vPp) + (2.0 * ((s1 * s2 * v12) + (s1 * sP * v1P) + (s2 * sP * v2P)))) / n;
        return new ChargeEstimates(
            new Estimate(lambda, LambdaError(p, n)),
            new Estimate(gain, Math.Sqrt(Math.Max(gainVariance, 0.0))),
            new Estimate(spread, Math.Sqrt(Math.Max(squareVariance, 0.0)) / (2.0 * spread)));
    }

    /// <summary>Standard error of lambda at an occupancy.</summary>
    public static double LambdaError(double occupancy, double flashes) => Math.Sqrt(occupancy / ((1.0 - occupancy) * flashes));
}
