using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Numerics.Fitting;

namespace Isolux.Strategy.Report;

/// <summary>Located sources with their error ellipses, and how well every measure fits.</summary>
/// <param name="Title">What located them.</param>
/// <param name="RadiusM">Radius of the vessel, m.</param>
/// <param name="Fixes">The sources.</param>
/// <param name="Residuals">The residuals.</param>
public sealed record PositionPicture(string Title, double RadiusM, ImmutableArray<PictureFix> Fixes, ImmutableArray<PictureResidual> Residuals)
{
    private const double MmPerM = 1000.0;

    /// <summary>A fix as it is drawn.</summary>
    public static PictureFix Draw(string name, PositionFix fix)
    {
        ArgumentNullException.ThrowIfNull(fix);
        ImmutableArray<PrincipalAxis> axes =
            new CovarianceMatrix(new[,] { { fix.Covariance[0, 0], fix.Covariance[0, 2] }, { fix.Covariance[0, 2], fix.Covariance[2, 2] } }).PrincipalAxes();
        return new PictureFix(
            name,
            fix.Position.XMm / MmPerM,
            fix.Position.ZMm / MmPerM,
            Math.Sqrt(axes[0].Variance) / MmPerM,
            Math.Sqrt(axes[1].Variance) / MmPerM,
            Math.Atan2(axes[0].Direction[1], axes[0].Direction[0]) * 180.0 / Math.PI);
    }
}
