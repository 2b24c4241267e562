using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Optics;

/// <summary>
/// A linearly polarised photon meets a smooth boundary between two dielectrics. Amplitudes (Jackson, Classical Electrodynamics, 3rd ed., eqs. 7.39 and 7.41), with
/// s across and p in the plane of incidence: rs = (n1 c1 - n2 c2)/(n1 c1 + n2 c2), rp = (n2 c1 - n1 c2)/(n2 c1 + n1 c2), ts = 1 + rs, tp = (n1/n2)(1 + rp).
/// The polarisation leaves as the recombined amplitudes; the phase shift between s and p of total reflection (below 14 degrees here) is neglected.
/// </summary>
internal static class Fresnel
{
    internal const float NormalIncidence = 1e-8f;

    /// <summary>Draws reflection or transmission and turns direction and polarisation.</summary>
    /// <param name="direction">Unit direction.</param>
    /// <param name="polarisation">Unit polarisation at right angles to it.</param>
    /// <param name="normal">Unit normal on the side the photon moves to.</param>
    /// <param name="n1">Index of the medium the photon comes from.</param>
    /// <param name="n2">Index of the medium behind.</param>
    /// <param name="uniform">Uniform number in (0, 1).</param>
    /// <param name="cosine">In: cosine of incidence. Out: cosine between the new direction and the normal, unsigned.</param>
    /// <returns>Whether the photon was reflected.</returns>
    public static bool Cross(ref Float3 direction, ref Float3 polarisation, Float3 normal, float n1, float n2, float uniform, ref float cosine)
    {
        float ratio = n1 / n2;
        Float3 across = Float3.Cross(direction, normal);
        float sineSquared = Float3.Dot(across, across);
        float cosineOut = MathF.Sqrt(MathF.Max(0.0f, MathF.FusedMultiplyAdd(-ratio * ratio, sineSquared, 1.0f)));
        if (sineSquared < NormalIncidence)
        {
            float amplitude = (n1 - n2) / (n1 + n2);
            bool reflected = uniform < amplitude * amplitude;
            direction = reflected ? direction.Advance(-2.0f * cosine, normal) : Refracted(direction, normal, ratio, cosine, cosineOut);
            polarisation = polarisation.Advance(-Float3.Dot(polarisation, direction), direction).Renormalised();
            cosine = reflected ? cosine : cosineOut;
            return reflected;
        }

        Float3 s = (1.0f / MathF.Sqrt(sineSquared)) * across;
        float amplitudeS = Float3.Dot(polarisation, s);
        float amplitudeP = Float3.Dot(polarisation, Float3.Cross(s, direction));
        if (cosineOut == 0.0f)
        {
            direction = direction.Advance(-2.0f * cosine, normal).Renormalised();
            polarisation = ((amplitudeS * s) + (amplitudeP * Float3.Cross(s, direction))).Renormalised();
            return true;
        }

        float sumS = (n1 * cosine) + (n2 * cosineOut);
        float sumP = (n2 * cosine) + (n1 * cosineOut);
        float inverse = 1.0f / (sumS * sumP);
        float rs = ((n1 * cosine) - (n2 * cosineOut)) * sumP * inverse;
        float rp = ((n2 * cosine) - (n1 * cosineOut)) * sumS * inverse;
        float reflectedS = rs * amplitudeS;
        float reflectedP = rp * amplitudeP;
        float reflection = (reflectedS * reflectedS) + (reflectedP * reflectedP);
        if (uniform < reflection)
        {
            direction = direction.Advance(-2.0f * cosine, normal).Renormalised();
            Float3 reflected = (reflectedS * s) + (reflectedP * Float3.Cross(s, direction));
            polarisation = (1.0f / MathF.Sqrt(reflection)) * reflected;
            return true;
        }

        direction = Refracted(direction, normal, ratio, cosine, cosineOut).Renormalised();
        float passedS = (1.0f + rs) * amplitudeS;
        float passedP = ratio * (1.0f + rp) * amplitudeP;
        Float3 passed = (passedS * s) + (passedP * Float3.Cross(s, direction));
        polarisation = (1.0f / MathF.Sqrt((passedS * passedS) + (passedP * passedP))) * passed;
        cosine = cosineOut;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float3 Refracted(Float3 direction, Float3 normal, float ratio, float cosine, float cosineOut) =>
        (ratio * direction).Advance(cosineOut - (ratio * cosine), normal);
}
