using System.Collections.Immutable;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Light that arrives from a point over that from the centre, A(r, theta, phi): values on (r^2, theta) plus what depends on azimuth on (r^2, theta, phi) beyond an inner radius, each joined by
/// cubic splines. Radial nodes are even in r^2 from the centre (or the inner radius) to the outer radius, polar nodes even in theta from 0 to pi.
/// </summary>
public sealed record LightSurface
{
    private readonly SplineGrid _axial;
    private readonly SplineGrid? _azimuthal;

    /// <summary>A surface from its stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Lengths do not match or a number is not finite.</exception>
    public LightSurface(
        double outerRadiusMm,
        int radialNodes,
        int polarNodes,
        ImmutableArray<double> axialRatio,
        double innerRadiusMm,
        int azimuthalOrder,
        int azimuthalRadialNodes,
        int azimuthalPolarNodes,
        int azimuthalNodes,
        ImmutableArray<double> azimuthalRatio)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(outerRadiusMm, nameof(outerRadiusMm)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(innerRadiusMm, nameof(innerRadiusMm)));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(innerRadiusMm, outerRadiusMm);
        ArgumentOutOfRangeException.ThrowIfNegative(azimuthalOrder);
        if (!axialRatio.Concat(azimuthalRatio).All(double.IsFinite))
        {
            throw new ArgumentException("Light over that from the centre is finite.", nameof(axialRatio));
        }

        OuterRadiusMm = outerRadiusMm;
        RadialNodes = radialNodes;
        PolarNodes = polarNodes;
        AxialRatio = axialRatio;
        InnerRadiusMm = innerRadiusMm;
        AzimuthalOrder = azimuthalOrder;
        AzimuthalRadialNodes = azimuthalRadialNodes;
        AzimuthalPolarNodes = azimuthalPolarNodes;
        AzimuthalNodes = azimuthalNodes;
        AzimuthalRatio = azimuthalRatio;
        _axial = new SplineGrid(new(radialNodes, SplineEnd.Linear), new(polarNodes, SplineEnd.Mirrored), new(1, SplineEnd.Periodic), axialRatio.AsSpan());
        _azimuthal = azimuthalOrder == 0
            ? null
            : new SplineGrid(
                new(azimuthalRadialNodes, SplineEnd.Linear), new(azimuthalPolarNodes, SplineEnd.Mirrored), new(azimuthalNodes, SplineEnd.Periodic), azimuthalRatio.AsSpan());
    }

    /// <summary>Radius of the scintillator, mm.</summary>
    public double OuterRadiusMm { get; }

    /// <summary>Radial nodes of <see cref="AxialRatio"/>.</summary>
    public int RadialNodes { get; }

    /// <summary>Polar nodes of <see cref="AxialRatio"/>.</summary>
    public int PolarNodes { get; }

    /// <summary>The mean over azimuth, shape [radial, polar].</summary>
    public ImmutableArray<double> AxialRatio { get; }

    /// <summary>Radius from which <see cref="AzimuthalRatio"/> counts, mm.</summary>
    public double InnerRadiusMm { get; }

    /// <summary>Periods of the azimuthal dependence in a full turn; 0 where there is none.</summary>
    public int AzimuthalOrder { get; }

    /// <summary>Radial nodes of <see cref="AzimuthalRatio"/>.</summary>
    public int AzimuthalRadialNodes { get; }

    /// <summary>Polar nodes of <see cref="AzimuthalRatio"/>.</summary>
    public int AzimuthalPolarNodes { get; }

    /// <summary>Azimuthal nodes in one period, from azimuth 0.</summary>
    public int AzimuthalNodes { get; }

    /// <summary>What is added to the mean over azimuth, shape [radial, polar, azimuthal]; empty where there is no dependence.</summary>
    public ImmutableArray<double> AzimuthalRatio { get; }

    /// <summary>The ratio at a point and its gradient; a point outside counts as on the surface along its radius.</summary>
    /// <param name="point">The point.</param>
    /// <param name="gradientPerMm">Receives the derivatives with respect to x, y and z, 1/mm.</param>
    public double Evaluate(Position point, out Position gradientPerMm)
    {
        const double LeastMm = 1e-3;
        double rho2 = (point.XMm * point.XMm) + (point.YMm * point.YMm);
        double r2 = Math.Max(rho2 + (point.ZMm * point.ZMm), LeastMm * LeastMm);
        double rhoMm = Math.Max(Math.Sqrt(rho2), LeastMm);
        double outer2 = OuterRadiusMm * OuterRadiusMm;
        double polarTurn = Elementary64.Atan2Turn(Math.Sqrt(rho2), point.ZMm);
        Span<double> slopes = stackalloc double[3];
        double value = _axial.Evaluate(r2 / outer2 * (RadialNodes - 1), 2.0 * polarTurn * (PolarNodes - 1), 0.0, slopes);
        double perR2 = slopes[0] * (RadialNodes - 1) / outer2;
        double perPolarRad = slopes[1] * (PolarNodes - 1) / Math.PI;
        double perAzimuthRad = 0.0;
        double inner2 = InnerRadiusMm * InnerRadiusMm;
        if (_azimuthal is not null && r2 > inner2)
        {
            double perNode = (AzimuthalRadialNodes - 1) / (outer2 - inner2);
            double periods = Elementary64.Atan2Turn(point.YMm, point.XMm) * AzimuthalOrder;
            value += _azimuthal.Evaluate((r2 - inner2) * perNode, 2.0 * polarTurn * (AzimuthalPolarNodes - 1), periods * AzimuthalNodes, slopes);
            perR2 += slopes[0] * perNode;
            perPolarRad += slopes[1] * (AzimuthalPolarNodes - 1) / Math.PI;
            perAzimuthRad = slopes[2] * AzimuthalNodes * AzimuthalOrder / (2.0 * Math.PI);
        }

        if (r2 > outer2)
        {
            perR2 = 0.0;
        }

        double polarOut = perPolarRad * point.ZMm / (r2 * rhoMm);
        double azimuthOut = perAzimuthRad / (rhoMm * rhoMm);
        gradientPerMm = new Position(
            (2.0 * perR2 * point.XMm) + (polarOut * point.XMm) - (azimuthOut * point.YMm),
            (2.0 * perR2 * point.YMm) + (polarOut * point.YMm) + (azimuthOut * point.XMm),
            (2.0 * perR2 * point.ZMm) - (perPolarRad * rhoMm / r2));
        return value;
    }
}
