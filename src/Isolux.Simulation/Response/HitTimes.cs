using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Detector.Light;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Response;

/// <summary>The random parts of hit times, sixteen at once: decay of the scintillation and a unit normal for the transit-time spread.</summary>
internal sealed class HitTimes(ScintillationModel scintillation)
{
    private const int Lanes = 16;
    private readonly float[] _decayTimesNs = [.. scintillation.TimeComponents.Select(component => (float)component.DecayTimeNs)];
    private readonly float[] _cumulative = Cumulative(scintillation);

    /// <summary>Lengths of spans to fill are multiples of this.</summary>
    public const int Granularity = 4 * Lanes;

    /// <summary>Fills a span with delays from deposit to emission, ns; zeros where the scintillator is prompt.</summary>
    public void FillDecays(ref RandomSequence random, Span<float> delaysNs)
    {
        if (_decayTimesNs.Length == 0)
        {
            delaysNs.Clear();
            return;
        }

        Span<uint> words = stackalloc uint[4 * Lanes];
        for (int i = 0; i < delaysNs.Length; i += 2 * Lanes)
        {
            random.NextBlocks(words[..Lanes], words.Slice(Lanes, Lanes), words.Slice(2 * Lanes, Lanes), words[(3 * Lanes)..]);
            Decay(words, words[Lanes..]).CopyTo(delaysNs[i..]);
            Decay(words[(2 * Lanes)..], words[(3 * Lanes)..]).CopyTo(delaysNs[(i + Lanes)..]);
        }
    }

    /// <summary>Fills a span with normals of mean 0 and standard deviation 1 (Box-Muller).</summary>
    public static void FillNormals(ref RandomSequence random, Span<float> normals)
    {
        Span<uint> words = stackalloc uint[4 * Lanes];
        for (int i = 0; i < normals.Length; i += 4 * Lanes)
        {
            random.NextBlocks(words[..Lanes], words.Slice(Lanes, Lanes), words.Slice(2 * Lanes, Lanes), words[(3 * Lanes)..]);
            for (int half = 0; half < 2; half++)
            {
                Span<uint> pair = words[(2 * Lanes * half)..];
                Vector512<float> length = Vector512.Sqrt(Vector512.Create(-2.0f) * Elementary32Lanes.Log(Uniform(pair)));
                (Vector512<float> sine, Vector512<float> cosine) = Elementary32Lanes.SinCosTurn(Uniform(pair[Lanes..]));
                (length * sine).CopyTo(normals[(i + (2 * Lanes * half))..]);
                (length * cosine).CopyTo(normals[(i + (2 * Lanes * half) + Lanes)..]);
            }
        }
    }

    private Vector512<float> Decay(ReadOnlySpan<uint> choiceWords, ReadOnlySpan<uint> timeWords)
    {
        Vector512<float> choice = Uniform(choiceWords);
        Vector512<float> decayTime = Vector512.Create(_decayTimesNs[0]);
        for (int component = 1; component < _decayTimesNs.Length; component++)
        {
            decayTime = Vector512.ConditionalSelect(
                Vector512.GreaterThanOrEqual(choice, Vector512.Create(_cumulative[component - 1])), Vector512.Create(_decayTimesNs[component]), decayTime);
        }

        return -decayTime * Elementary32Lanes.Log(Uniform(timeWords));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Uniform(ReadOnlySpan<uint> words) => PhiloxLanes.ToOpenUnit(Vector512.Create(words));

    private static float[] Cumulative(ScintillationModel scintillation)
    {
        double sum = 0;
        return [.. scintillation.TimeComponents.Select(component => (float)(sum += component.Fraction))];
    }
}
