using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.DualCalorimetry;

/// <summary>Charge curves of the large PMTs with the quality of their fits.</summary>
/// <param name="SlopesPerPe">Slope of every channel, 1/PE; where a fit was refused, the common slope.</param>
/// <param name="SlopeErrorsPerPe">Their standard errors, 1/PE.</param>
/// <param name="Common">The fit to the charge averaged over all channels: light per reference PE, slope, s1, s2.</param>
/// <param name="RefusedChannels">Channels whose fit was not accepted.</param>
/// <param name="MeanReducedChi2">chi2/ndf of the accepted channels, averaged.</param>
public sealed record DualCalorimetryResult(
    ImmutableArray<double> SlopesPerPe,
    ImmutableArray<double> SlopeErrorsPerPe,
    FitResult Common,
    ImmutableArray<int> RefusedChannels,
    double MeanReducedChi2)
{
    /// <summary>The common shape s1, s2.</summary>
    public ImmutableArray<double> ShapeCoefficients => [Common.Parameters[2], Common.Parameters[3]];

    /// <summary>Its standard errors.</summary>
    public ImmutableArray<double> ShapeErrors => [Common.Errors[2], Common.Errors[3]];
}
