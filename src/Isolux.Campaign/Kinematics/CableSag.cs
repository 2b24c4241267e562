namespace Isolux.Campaign.Kinematics;

/// <summary>
/// How much longer than its chord a taut cable is that hangs under its own weight: w^2 d^2 L / (24 T^2), the parabola of a shallow catenary
/// (H. M. Irvine, Cable Structures, MIT Press 1981, chapter 2), with weight per length w, horizontal span d, chord L and tension T.
/// </summary>
public static class CableSag
{
    private const double MmPerM = 1000.0;

    /// <summary>Cable beyond the chord, mm.</summary>
    /// <param name="chordMm">Chord, mm.</param>
    /// <param name="horizontalMm">Its horizontal part, mm.</param>
    /// <param name="tensionN">Tension along the chord, N; above 0.</param>
    /// <param name="cableWeightNPerM">Weight of the cable in its liquid, N/m.</param>
    public static double ExcessMm(double chordMm, double horizontalMm, double tensionN, double cableWeightNPerM)
    {
        double weightOfSpanN = cableWeightNPerM * horizontalMm / MmPerM;
        return chordMm * weightOfSpanN * weightOfSpanN / (24.0 * tensionN * tensionN);
    }
}
