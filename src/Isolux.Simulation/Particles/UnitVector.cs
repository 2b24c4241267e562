using System.Runtime.CompilerServices;
using Isolux.Numerics.Elementary;

namespace Isolux.Simulation.Particles;

/// <summary>A direction: three components whose squares sum to 1.</summary>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>The direction at polar angle acos(<paramref name="cosine"/>) and azimuth 2 pi <paramref name="turn"/> around this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal UnitVector Deflect(double cosine, double turn)
    {
        double sine = Math.Sqrt(Math.Max(0.0, 1.0 - (cosine * cosine)));
        (double sinPhi, double cosPhi) = Elementary64.SinCosTurn(turn);
        double across = sine * cosPhi;
        double up = sine * sinPhi;
        double rho2 = (X * X) + (Y * Y);
        if (rho2 < 1e-12)
        {
            return new UnitVector(across, up, Z < 0 ? -cosine : cosine);
        }

        double rho = Math.Sqrt(rho2);
        return new UnitVector(
            (cosine * X) + (((across * X * Z) - (up * Y)) / rho),
            (cosine * Y) + (((across * Y * Z) + (up * X)) / rho),
            (cosine * Z) - (across * rho));
    }
}
