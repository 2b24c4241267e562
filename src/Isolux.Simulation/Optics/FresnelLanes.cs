using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Sixteen boundary crossings at once; lane for lane the same bits as <see cref="Fresnel.Cross"/>, whose document holds the formulas.</summary>
internal static class FresnelLanes
{
    /// <summary>Draws reflection or transmission and turns direction and polarisation of all lanes.</summary>
    /// <returns>Mask of the reflected lanes.</returns>
    /// <inheritdoc cref="Fresnel.Cross"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cross(
        ref Float3Lanes direction,
        ref Float3Lanes polarisation,
        Float3Lanes normal,
        Vector512<float> n1,
        Vector512<float> n2,
        Vector512<float> uniform,
        ref Vector512<float> cosine)
    {
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> ratio = n1 / n2;
        Float3Lanes across = Float3Lanes.Cross(direction, normal);
        Vector512<float> sineSquared = Float3Lanes.Dot(across, across);
        Vector512<float> cosineOut = Vector512.Sqrt(Vector512.Max(zero, Vector512.FusedMultiplyAdd(-ratio * ratio, sineSquared, one)));
        Float3Lanes mirrored = direction.Advance(Vector512.Create(-2.0f) * cosine, normal);
        Float3Lanes refracted = (ratio * direction).Advance(cosineOut - (ratio * cosine), normal);

        Float3Lanes s = (one / Vector512.Sqrt(sineSquared)) * across;
        Vector512<float> amplitudeS = Float3Lanes.Dot(polarisation, s);
        Vector512<float> amplitudeP = Float3Lanes.Dot(polarisation, Float3Lanes.Cross(s, direction));
        Vector512<float> s1 = n1 * cosine, s2 = n2 * cosineOut;
        Vector512<float> p1 = n2 * cosine, p2 = n1 * cosineOut;
        Vector512<float> sumS = s1 + s2;
        Vector512<float> sumP = p1 + p2;
        Vector512<float> inverse = one / (sumS * sumP);
        Vector512<float> rs = (s1 - s2) * sumP * inverse;
        Vector512<float> rp = (p1 - p2) * sumS * inverse;
        Vector512<float> reflectedS = rs * amplitudeS;
        Vector512<float> reflectedP = rp * amplitudeP;
        Vector512<float> reflection = (reflectedS * reflectedS) + (reflectedP * reflectedP);

        // Total reflection keeps both amplitudes: a scale of one and Newton's step for the length.
        Vector512<float> total = Vector512.Equals(cosineOut, zero);
        Vector512<float> reflected = total | Vector512.LessThan(uniform, reflection);
        Float3Lanes turned = Float3Lanes.Select(reflected, mirrored, refracted).Renormalised();
        Vector512<float> leavingS = Select(total, amplitudeS, Select(reflected, reflectedS, (one + rs) * amplitudeS));
        Vector512<float> leavingP = Select(total, amplitudeP, Select(reflected, reflectedP, ratio * (one + rp) * amplitudeP));
        Float3Lanes leaving = (leavingS * s) + (leavingP * Float3Lanes.Cross(s, turned));
        Vector512<float> intensity = (leavingS * leavingS) + (leavingP * leavingP);
        Vector512<float> scale = Select(
            total,
            Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), Float3Lanes.Dot(leaving, leaving), Vector512.Create(1.5f)),
            one / Vector512.Sqrt(intensity));
        Float3Lanes turnedPolarisation = scale * leaving;

        Vector512<float> straight = Vector512.LessThan(sineSquared, Vector512.Create(Fresnel.NormalIncidence));
        if (straight.ExtractMostSignificantBits() != 0)
        {
            Vector512<float> amplitude = (n1 - n2) / (n1 + n2);
            Vector512<float> back = Vector512.LessThan(uniform, amplitude * amplitude);
            Float3Lanes along = Float3Lanes.Select(back, mirrored, refracted);
            Float3Lanes projected = polarisation.Advance(-Float3Lanes.Dot(polarisation, along), along).Renormalised();
            reflected = Select(straight, back, reflected);
            turned = Float3Lanes.Select(straight, along, turned);
            turnedPolarisation = Float3Lanes.Select(straight, projected, turnedPolarisation);
        }

        direction = turned;
        polarisation = turnedPolarisation;
        cosine = Select(reflected, cosine, cosineOut);
        return reflected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Select(Vector512<float> mask, Vector512<float> yes, Vector512<float> no) => Vector512.ConditionalSelect(mask, yes, no);
}
