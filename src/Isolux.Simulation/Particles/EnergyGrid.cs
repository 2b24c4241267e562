using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Energies at which everything is tabulated: 64 per octave from 2^-14 to 2^6 MeV, equally spaced inside an octave, so that the node below an
/// energy is the top of its IEEE bits and no logarithm is taken. Values between nodes are linear in energy; below the first node
/// they fall linearly to 0 at energy 0.
/// </summary>
internal static class EnergyGrid
{
    public const int Count = ((MaximumExponent - MinimumExponent) << FractionBits) + 1;
    public const double MinimumMeV = 1.0 / 16384.0;
    public const double MaximumMeV = 64.0;

    private const int FractionBits = 6;
    private const int MinimumExponent = -14;
    private const int MaximumExponent = 6;
    private const int Shift = 52 - FractionBits;
    private const long FirstNode = (long)(MinimumExponent + 1023) << FractionBits;
    private const double FractionUnit = 1.0 / (1L << Shift);

    /// <summary>Energy of a node, MeV.</summary>
    public static double EnergyMeV(int node) => BitConverter.Int64BitsToDouble((node + FirstNode) << Shift);

    /// <summary>The node below an energy and how far (0 to 1) the energy lies towards the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Locate(double energyMeV, out double fraction)
    {
        long bits = BitConverter.DoubleToInt64Bits(energyMeV);
        fraction = (bits & ((1L << Shift) - 1)) * FractionUnit;
        return (int)((bits >> Shift) - FirstNode);
    }

    /// <summary>The first node above an energy; 0 below the grid.</summary>
    public static int NodeAbove(double energyMeV) => energyMeV < MinimumMeV ? 0 : Locate(energyMeV, out _) + 1;

    /// <summary>Value of a table at an energy below <see cref="MaximumMeV"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Interpolate(double[] table, double energyMeV)
    {
        if (energyMeV < MinimumMeV)
        {
            return table[0] * (energyMeV / MinimumMeV);
        }

        int node = Locate(energyMeV, out double fraction);
        double below = table[node];
        return below + (fraction * (table[node + 1] - below));
    }

    /// <summary>Energy at which an increasing table takes a value: the inverse of <see cref="Interpolate"/>.</summary>
    public static double Invert(double[] table, double value, double upperEnergyMeV)
    {
        if (value <= table[0])
        {
            return table[0] > 0 ? Math.Max(0.0, value) / table[0] * MinimumMeV : 0.0;
        }

        int low = 0;
        int high = Math.Clamp(NodeAbove(upperEnergyMeV), 1, Count - 1);
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            if (table[middle] < value)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        double fraction = (value - table[low]) / (table[high] - table[low]);
        double lowMeV = EnergyMeV(low);
        return lowMeV + (fraction * (EnergyMeV(high) - lowMeV));
    }
}
