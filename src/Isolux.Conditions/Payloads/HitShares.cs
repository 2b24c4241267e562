using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// How the light of a point is shared among the large PMTs: channel i, seen under the angle gamma from a point of radius r (both directions from the detector centre), gets a share proportional
/// to profile(r, gamma) x (its own weight). The angle enters as s = sin(gamma/2), half the chord between the two directions; columns are even in s.
/// </summary>
public sealed record HitShares
{
    /// <summary>Shares from their stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Lengths do not match, radii do not increase from 0, or a number is negative or not finite.</exception>
    public HitShares(ImmutableArray<double> radiiMm, int columns, ImmutableArray<double> profileRatio, ImmutableArray<double> channelWeights)
    {
        if (radiiMm.Length < 2 || radiiMm[0] != 0 || radiiMm.Zip(radiiMm.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("Radii increase from 0.", nameof(radiiMm));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 2);
        if (profileRatio.Length != radiiMm.Length * columns || !profileRatio.Concat(channelWeights).All(value => value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentException("A profile has one finite value per radius and column, none negative; so have weights of channels.", nameof(profileRatio));
        }

        RadiiMm = radiiMm;
        Columns = columns;
        ProfileRatio = profileRatio;
        ChannelWeights = channelWeights;
    }

    /// <summary>Radii of the rows, mm, from 0.</summary>
    public ImmutableArray<double> RadiiMm { get; }

    /// <summary>Columns of s, even from 0 to 1; a value belongs to the middle of its column.</summary>
    public int Columns { get; }

    /// <summary>Light per solid angle, mean 1 over the sphere, shape [radii, columns].</summary>
    public ImmutableArray<double> ProfileRatio { get; }

    /// <summary>Relative sensitivity of the large PMTs, element i for channel i.</summary>
    public ImmutableArray<double> ChannelWeights { get; }

    /// <summary>The profile in the middle of a column, linear between radii.</summary>
    public double At(double radiusMm, int column)
    {
        (int row, double fraction) = RadialRows.Below(RadiiMm, radiusMm);
        double low = ProfileRatio[(row * Columns) + column];
        return low + (fraction * (ProfileRatio[((row + 1) * Columns) + column] - low));
    }
}
