using System.Collections.Immutable;

namespace Isolux.Strategy.Resolution;

/// <summary>Kinetic energies of the positrons the resolution table is made of.</summary>
internal static class PositronEnergies
{
    /// <summary>Kinetic energies that enter the fit of (a, b, c), MeV: T = 0 is two annihilation gammas.</summary>
    public static ImmutableArray<double> FittedMeV { get; } = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];

    /// <summary>Kinetic energy whose visible energy is about 2.56 MeV, where a~ is read directly, MeV.</summary>
    public const double DirectMeV = 1.57;

    /// <summary>All simulated kinetic energies: the fitted ones, then the direct one.</summary>
    public static ImmutableArray<double> AllMeV { get; } = [.. FittedMeV, DirectMeV];
}
