using Isolux.Numerics.Elementary;
using Isolux.Quantities;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Logarithm of the likelihood of one event. Photoelectrons are a Poisson process in (channel, time), so ln L = sum over hits of ln(signal(channel, time) + noise(channel)) - expected signal
/// of all channels. A pulse may hold several photoelectrons (<see cref="PulseTerms"/>); without times its charge simply counts as so many. The last term is energy x light yield x A(point), corrected for the channels in use, so the cost follows the hits. Without times the process is that in the channels alone.
/// Constant terms (noise of all channels, factorials) are left out. Not safe for use by two threads at once.
/// </summary>
internal sealed class EventLikelihood(ExpectedLight light, bool withTimes)
{
    private const int Parameters = LikelihoodParameters.Count;
    private const double LeastRadiusMm = 1e-3;
    private const double LeastHalfChord = 1e-4;
    private readonly ShareTable.Line _shares = light.Shares.NewLine();
    private readonly DelayTable.Sheet _delays = light.Delays.NewSheet();
    private readonly DelayTable.Sheet _pileUp = light.Delays.NewSheet();

    // Noise density times this enters: 1 where times count, the length of the window where they do not.
    private readonly double _noiseScaleNs = withTimes ? 1.0 : light.Window.EndNs - light.Window.StartNs;

    /// <summary>Evaluates at one point.</summary>
    /// <param name="hits">The event.</param>
    /// <param name="at">Where.</param>
    /// <param name="hitScale">What one hit stands for: 1, or the step when only every so many-th is given.</param>
    /// <param name="result">Receives value, gradient and information.</param>
    public void Evaluate(EventHits hits, in LikelihoodParameters at, double hitScale, LikelihoodValue result)
    {
        double radiusMm = Math.Max(at.RadiusMm, LeastRadiusMm);
        light.Shares.Fill(_shares, radiusMm);
        if (withTimes)
        {
            light.Delays.Fill(_delays, radiusMm);
            if (hits.HasPileUp)
            {
                light.Delays.FillPileUp(_pileUp, radiusMm);
            }
        }

        double energy = Elementary64.Exp(at.LogEnergy);
        double arriving = light.Surface.Evaluate(new Position(at.XMm, at.YMm, at.ZMm), out Position arrivingSlope);
        Span<double> sumSlopes = stackalloc double[3];
        Span<double> ratioSlopes = stackalloc double[3];
        double sum = light.Sums.Nominal(at, sumSlopes);
        double ratio = light.Sums.CalibratedRatio(at, ratioSlopes);
        double expectedPe = energy * light.PePerMeV * arriving * ratio;
        (double arrivingX, double arrivingY, double arrivingZ) = (arrivingSlope.XMm / arriving, arrivingSlope.YMm / arriving, arrivingSlope.ZMm / arriving);
        SharedTerms common = new(
            radiusMm,
            energy * light.PePerMeV * arriving / sum,
            arrivingX - sumSlopes[0],
            arrivingY - sumSlopes[1],
            arrivingZ - sumSlopes[2]);
        result.Value = 0;
        Array.Clear(result.Gradient);
        Array.Clear(result.Information);
        AddHits(hits, at, common, result);
        double[] gradient = result.Gradient;
        for (int i = 0; i < Parameters; i++)
        {
            gradient[i] *= hitScale;
            for (int j = 0; j <= i; j++)
            {
                double element = hitScale * result.Information[(i * Parameters) + j];
                result.Information[(i * Parameters) + j] = element;
                result.Information[(j * Parameters) + i] = element;
            }
        }

        result.Value = (hitScale * result.Value) - expectedPe;
        gradient[0] -= expectedPe * (arrivingX + ratioSlopes[0]);
        gradient[1] -= expectedPe * (arrivingY + ratioSlopes[1]);
        gradient[2] -= expectedPe * (arrivingZ + ratioSlopes[2]);
        gradient[4] -= expectedPe;
    }

    private void AddHits(EventHits hits, in LikelihoodParameters at, in SharedTerms common, LikelihoodValue result)
    {
        double inverseRadius = 1.0 / common.RadiusMm;
        (double nx, double ny, double nz) = (at.XMm * inverseRadius, at.YMm * inverseRadius, at.ZMm * inverseRadius);
        double sensorMm = light.Delays.SensorRadiusMm;
        double slowness = light.Delays.SlownessNsPerMm;
        ReadOnlySpan<double> x = hits.X;
        ReadOnlySpan<double> y = hits.Y;
        ReadOnlySpan<double> z = hits.Z;
        ReadOnlySpan<double> weight = hits.Weight;
        ReadOnlySpan<double> noise = hits.NoisePerNs;
        ReadOnlySpan<double> time = hits.TimeNs;
        ReadOnlySpan<int> type = hits.Type;
        ReadOnlySpan<int> lowestPower = hits.LowestPower;
        Span<double> information = result.Information;
        double value = 0;
        (double gx, double gy, double gz, double gt, double ge) = (0, 0, 0, 0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            double cosine = (nx * x[i]) + (ny * y[i]) + (nz * z[i]);
            double halfChord = Math.Sqrt(Math.Clamp(0.5 * (1.0 - cosine), LeastHalfChord * LeastHalfChord, 1.0));
            double profile = _shares.Evaluate(halfChord, out double profileSlope, out double profileRadial);
            double inverseProfile = 1.0 / profile;
            double signal = common.Scale * weight[i] * profile;
            double perHalfChord = profileSlope * inverseProfile;
            double perRadius = profileRadial * inverseProfile;
            double channelPe = signal;
            (double dx, double dy, double dz, double dt) = (common.X, common.Y, common.Z, 0.0);
            if (withTimes)
            {
                (double ax, double ay, double az) = (at.XMm - (sensorMm * x[i]), at.YMm - (sensorMm * y[i]), at.ZMm - (sensorMm * z[i]));
                double distanceMm = Math.Sqrt((ax * ax) + (ay * ay) + (az * az));
                double density = _delays.Evaluate(
                    type[i], halfChord, time[i] - at.TimeNs - (slowness * distanceMm), out double densitySlope, out double densityDelay, out double densityRadial);
                double inverseDensity = 1.0 / density;
                signal *= density;
                dt = -densityDelay * inverseDensity;
                if (lowestPower[i] >= 0)
                {
                    double delayNs = time[i] - at.TimeNs - (slowness * distanceMm);
                    double fraction = _pileUp.Evaluate(type[i], halfChord, delayNs, out double fractionSlope, out double fractionDelay, out double fractionRadial);
                    double inverseFraction = 1.0 / fraction;
                    double pull = -fractionDelay * inverseFraction * slowness / distanceMm;
                    Further further = new(
                        fraction * channelPe,
                        perHalfChord + (fractionSlope * inverseFraction),
                        perRadius + (fractionRadial * inverseFraction),
                        dx + (pull * ax),
                        dy + (pull * ay),
                        dz + (pull * az),
                        -fractionDelay * inverseFraction);
                    value += AddFurther(hits, i, common, (nx, ny, nz), (halfChord, cosine), further, result);
                }

                perHalfChord += densitySlope * inverseDensity;
                perRadius += densityRadial * inverseDensity;
                double perDistance = dt * slowness / distanceMm;
                dx += perDistance * ax;
                dy += perDistance * ay;
                dz += perDistance * az;
            }
            else
            {
                value += AddFurther(hits, i, common, (nx, ny, nz), (halfChord, cosine), new Further(channelPe, perHalfChord, perRadius, dx, dy, dz, 0.0), result);
            }

            // grad s = -(u - cos(gamma) n) / (4 s r).
            double across = -0.25 * perHalfChord * inverseRadius / halfChord;
            double along = perRadius - (across * cosine);
            dx += (across * x[i]) + (along * nx);
            dy += (across * y[i]) + (along * ny);
            dz += (across * z[i]) + (along * nz);
            double all = signal + (_noiseScaleNs * noise[i]);
            double share = signal / all;
            value += Elementary64.Log(all);
            dx *= share;
            dy *= share;
            dz *= share;
            dt *= share;
            gx += dx;
            gy += dy;
            gz += dz;
            gt += dt;
            ge += share;
            information[0] += dx * dx;
            information[5] += dy * dx;
            information[6] += dy * dy;
            information[10] += dz * dx;
            information[11] += dz * dy;
            information[12] += dz * dz;
            information[15] += dt * dx;
            information[16] += dt * dy;
            information[17] += dt * dz;
            information[18] += dt * dt;
            information[20] += share * dx;
            information[21] += share * dy;
            information[22] += share * dz;
            information[23] += share * dt;
            information[24] += share * share;
        }

        result.Value = value;
        double[] gradient = result.Gradient;
        gradient[0] += gx;
        gradient[1] += gy;
        gradient[2] += gz;
        gradient[3] += gt;
        gradient[4] += ge;
    }

    /// <summary>Adds what the photoelectrons of a pulse after its first say, each counted as one in the information.</summary>
    /// <returns>The logarithm of the charge's likelihood.</returns>
    private double AddFurther(
        EventHits hits, int hit, in SharedTerms common, (double X, double Y, double Z) n, (double HalfChord, double Cosine) angle, in Further further, LikelihoodValue result)
    {
        double count = hits.ChargePe[hit] - 1.0;
        double value = withTimes
            ? PulseTerms.Evaluate(further.MeanPe, hits.LowestPower[hit], hits.Coefficients(hit), out count)
            : count * Elementary64.Log(further.MeanPe);
        double across = -0.25 * further.PerHalfChord / (common.RadiusMm * angle.HalfChord);
        double along = further.PerRadius - (across * angle.Cosine);
        Span<double> slope =
        [
            further.X + (across * hits.X[hit]) + (along * n.X),
            further.Y + (across * hits.Y[hit]) + (along * n.Y),
            further.Z + (across * hits.Z[hit]) + (along * n.Z),
            further.Time,
            1.0,
        ];
        for (int i = 0; i < Parameters; i++)
        {
            result.Gradient[i] += count * slope[i];
            for (int j = 0; j <= i; j++)
            {
                result.Information[(i * Parameters) + j] += Math.Max(0.0, count) * slope[i] * slope[j];
            }
        }

        return value;
    }

    /// <summary>What all hits of an evaluation share: expected signal = scale x weight x profile x density, and the gradient of ln(scale), 1/mm.</summary>
    private readonly record struct SharedTerms(double RadiusMm, double Scale, double X, double Y, double Z);

    /// <summary>Photoelectrons expected in a pulse after its first, and the derivatives of their logarithm with respect to s, radius, the rest of the position (1/mm) and time (1/ns).</summary>
    private readonly record struct Further(double MeanPe, double PerHalfChord, double PerRadius, double X, double Y, double Z, double Time);
}
