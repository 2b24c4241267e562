using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>New directions and polarisations from random words.</summary>
internal static class Emission
{
    /// <summary>An isotropic direction with a random linear polarisation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float3 Direction, Float3 Polarisation) Isotropic(uint polar, uint azimuth, uint angle)
    {
        float cosTheta = MathF.FusedMultiplyAdd(2.0f, PhiloxBlock.ToOpenUnit(polar), -1.0f);
        float sinTheta = MathF.Sqrt(MathF.FusedMultiplyAdd(-cosTheta, cosTheta, 1.0f));
        (float sinPhi, float cosPhi) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(azimuth));
        (float sinAlpha, float cosAlpha) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(angle));
        float meridian = cosAlpha * cosTheta;
        return (
            new Float3(sinTheta * cosPhi, sinTheta * sinPhi, cosTheta),
            new Float3(
                MathF.FusedMultiplyAdd(meridian, cosPhi, -sinAlpha * sinPhi),
                MathF.FusedMultiplyAdd(meridian, sinPhi, sinAlpha * cosPhi),
                -cosAlpha * sinTheta));
    }

    /// <summary>Sixteen isotropic directions and polarisations from the first three words of as many blocks; lane for lane the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Float3Lanes Direction, Float3Lanes Polarisation) Isotropic(PhiloxLanes words)
    {
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> cosTheta = Vector512.FusedMultiplyAdd(Vector512.Create(2.0f), PhiloxLanes.ToOpenUnit(words.Word0), -one);
        Vector512<float> sinTheta = Vector512.Sqrt(Vector512.FusedMultiplyAdd(-cosTheta, cosTheta, one));
        (Vector512<float> sinPhi, Vector512<float> cosPhi) = Elementary32Lanes.SinCosTurn(PhiloxLanes.ToOpenUnit(words.Word1));
        (Vector512<float> sinAlpha, Vector512<float> cosAlpha) = Elementary32Lanes.SinCosTurn(PhiloxLanes.ToOpenUnit(words.Word2));
        Vector512<float> meridian = cosAlpha * cosTheta;
        return (
            new Float3Lanes(sinTheta * cosPhi, sinTheta * sinPhi, cosTheta),
            new Float3Lanes(
                Vector512.FusedMultiplyAdd(meridian, cosPhi, -sinAlpha * sinPhi),
                Vector512.FusedMultiplyAdd(meridian, sinPhi, sinAlpha * cosPhi),
                -cosAlpha * sinTheta));
    }

    /// <summary>
    /// Rayleigh scattering of polarised light: the intensity of a dipole along the old polarisation goes as 1 - u^2 with u the cosine to it, which is the
    /// distribution of the median of three uniform numbers on (-1, 1); the new polarisation is the old one's projection at right angles to the new direction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterDipole(ref Float3 direction, ref Float3 polarisation, PhiloxBlock words)
    {
        uint low = Math.Min(words.Word0, words.Word1);
        uint high = Math.Max(words.Word0, words.Word1);
        uint median = Math.Max(low, Math.Min(high, words.Word2));
        float cosine = MathF.FusedMultiplyAdd(2.0f, PhiloxBlock.ToOpenUnit(median), -1.0f);
        float sine = MathF.Sqrt(MathF.FusedMultiplyAdd(-cosine, cosine, 1.0f));
        (float sinPhi, float cosPhi) = Elementary32.SinCosTurn(PhiloxBlock.ToOpenUnit(words.Word3));
        Float3 side = Float3.Cross(polarisation, direction);
        Float3 scattered = ((cosine * polarisation) + ((sine * cosPhi) * direction) + ((sine * sinPhi) * side)).Renormalised();
        polarisation = ((1.0f / sine) * polarisation.Advance(-cosine, scattered)).Renormalised();
        direction = scattered;
    }

    /// <summary>Sixteen scatterings; lane for lane the same bits.</summary>
    /// <inheritdoc cref="ScatterDipole(ref Float3, ref Float3, PhiloxBlock)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterDipole(ref Float3Lanes direction, ref Float3Lanes polarisation, PhiloxLanes words)
    {
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<uint> low = Vector512.Min(words.Word0, words.Word1);
        Vector512<uint> high = Vector512.Max(words.Word0, words.Word1);
        Vector512<uint> median = Vector512.Max(low, Vector512.Min(high, words.Word2));
        Vector512<float> cosine = Vector512.FusedMultiplyAdd(Vector512.Create(2.0f), PhiloxLanes.ToOpenUnit(median), -one);
        Vector512<float> sine = Vector512.Sqrt(Vector512.FusedMultiplyAdd(-cosine, cosine, one));
        (Vector512<float> sinPhi, Vector512<float> cosPhi) = Elementary32Lanes.SinCosTurn(PhiloxLanes.ToOpenUnit(words.Word3));
        Float3Lanes side = Float3Lanes.Cross(polarisation, direction);
        Float3Lanes scattered = ((cosine * polarisation) + ((sine * cosPhi) * direction) + ((sine * sinPhi) * side)).Renormalised();
        polarisation = ((one / sine) * polarisation.Advance(-cosine, scattered)).Renormalised();
        direction = scattered;
    }
}
