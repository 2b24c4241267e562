using System.Runtime.CompilerServices;

namespace Isolux.Numerics.Elementary;

/// <summary>
/// Logarithm, exponential and sine/cosine in double precision from IEEE operations alone, so that event code gives the
/// same bits whatever C library or vector width the machine has. Errors: a few ulp (tested against <see cref="Math"/>).
/// </summary>
public static class Elementary64
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm of a positive normal number: series of atanh((m-1)/(m+1)) with m in [sqrt(1/2), sqrt(2)).</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFFL) | 0x3FF0_0000_0000_0000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double s = (mantissa - 1.0) / (mantissa + 1.0);
        double z = s * s;
        double series = 1.0 / 23.0;
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 21.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 19.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 17.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 15.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 13.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 11.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 9.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 7.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 5.0);
        series = Math.FusedMultiplyAdd(series, z, 1.0 / 3.0);
        double tail = 2.0 * s * z * series;
        return Math.FusedMultiplyAdd(exponent, Ln2High, (2.0 * s) + (tail + (exponent * Ln2Low)));
    }

    /// <summary>e^x; 0 below -708 (no subnormal results), infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (x < -708.0)
        {
            return 0.0;
        }

        if (x > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        double scale = Math.Round(x * 1.4426950408889634);
        double r = Math.FusedMultiplyAdd(-scale, Ln2High, x);
        r = Math.FusedMultiplyAdd(-scale, Ln2Low, r);
        double p = 1.0 / 6227020800.0;
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 479001600.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 39916800.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 3628800.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 362880.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 40320.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 5040.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 720.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 120.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 24.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6.0);
        p = Math.FusedMultiplyAdd(p, r, 0.5);
        p = Math.FusedMultiplyAdd(p, r, 1.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0);

        // Two steps, because 2^1024 is no double while p 2^1024 may be one.
        return 2.0 * p * BitConverter.Int64BitsToDouble((long)(scale + 1022.0) << 52);
    }

    /// <summary>Sine and cosine of 2 pi <paramref name="turn"/> for turn in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sine, double Cosine) SinCosTurn(double turn)
    {
        double quarters = Math.Round(turn * 4.0);
        double x = Math.FusedMultiplyAdd(-0.25, quarters, turn) * (2.0 * Math.PI);
        double z = x * x;
        double s = -1.0 / 1307674368000.0;
        s = Math.FusedMultiplyAdd(s, z, 1.0 / 6227020800.0);
        s = Math.FusedMultiplyAdd(s, z, -1.0 / 39916800.0);
        s = Math.FusedMultiplyAdd(s, z, 1.0 / 362880.0);
        s = Math.FusedMultiplyAdd(s, z, -1.0 / 5040.0);
        s = Math.FusedMultiplyAdd(s, z, 1.0 / 120.0);
        s = Math.FusedMultiplyAdd(s, z, -1.0 / 6.0);
        double sine = Math.FusedMultiplyAdd(s * z, x, x);
        double c = 1.0 / 20922789888000.0;
        c = Math.FusedMultiplyAdd(c, z, -1.0 / 87178291200.0);
        c = Math.FusedMultiplyAdd(c, z, 1.0 / 479001600.0);
        c = Math.FusedMultiplyAdd(c, z, -1.0 / 3628800.0);
        c = Math.FusedMultiplyAdd(c, z, 1.0 / 40320.0);
        c = Math.FusedMultiplyAdd(c, z, -1.0 / 720.0);
        c = Math.FusedMultiplyAdd(c, z, 1.0 / 24.0);
        c = Math.FusedMultiplyAdd(c, z, -0.5);
        double cosine = Math.FusedMultiplyAdd(c, z, 1.0);
        return ((int)quarters & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    /// <summary>
    /// Azimuth of (x, y) in turns, in (-1/2, 1/2]; 0 for the origin. The ratio is brought below tan(pi/16) by two addition theorems, then the
    /// series of the arctangent is summed.
    /// </summary>
    public static double Atan2Turn(double y, double x)
    {
        const double TanEighthPi = 0.41421356237309503;
        const double TanSixteenthPi = 0.198912367379658;
        double absX = Math.Abs(x);
        double absY = Math.Abs(y);
        double larger = Math.Max(absX, absY);
        if (larger == 0)
        {
            return 0.0;
        }

        double t = Math.Min(absX, absY) / larger;
        double turns = 0.0;
        if (t > TanEighthPi)
        {
            t = (t - 1.0) / (t + 1.0);
            turns = 0.125;
        }

        if (Math.Abs(t) > TanSixteenthPi)
        {
            double shift = t > 0 ? TanEighthPi : -TanEighthPi;
            t = (t - shift) / Math.FusedMultiplyAdd(t, shift, 1.0);
            turns += shift > 0 ? 0.0625 : -0.0625;
        }

        double z = t * t;
        double series = 1.0 / 21.0;
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 19.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 17.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 15.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 13.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 11.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 9.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 7.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 5.0);
        series = Math.FusedMultiplyAdd(-series, z, 1.0 / 3.0);
        turns += t * Math.FusedMultiplyAdd(-series, z, 1.0) * (0.5 / Math.PI);
        turns = absY > absX ? 0.25 - turns : turns;
        turns = x < 0 ? 0.5 - turns : turns;
        return y < 0 ? -turns : turns;
    }
}
