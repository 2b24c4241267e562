using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Calibration.NonLinearity;

/// <summary>How a non-linearity is calibrated.</summary>
public sealed record NonLinearitySettings
{
    /// <summary>Toys behind bands and covariance; default 200, at least 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 20.</exception>
    public int ToyCount
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 20);
            field = value;
        }
    }

    = 200;

    /// <summary>Seed of the toys; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, at least 1; the result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }

    = 1;

    /// <summary>Energies of the gamma and electron curves, MeV; 0.2 to 12.</summary>
    public ImmutableArray<double> EnergiesMeV { get; } = [.. Enumerable.Range(2, 119).Select(i => i / 10.0)];

    /// <summary>Energies T + 1.022 MeV of the positron curve, MeV; from a positron at rest to 12.</summary>
    public ImmutableArray<double> PositronEnergiesMeV { get; } =
        [2.0 * PhysicalConstants.ElectronMassMeV, .. Enumerable.Range(11, 110).Select(i => i / 10.0)];
}
