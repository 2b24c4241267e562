namespace Isolux.Strategy.Points;

/// <summary>What a set of points is worth.</summary>
/// <param name="Method">How it was chosen: <c>declared</c> or a <see cref="SelectionMethod"/>.</param>
/// <param name="Count">Points measured.</param>
/// <param name="Used">Points that enter the map; those in the shade of the chimney do not.</param>
/// <param name="FiducialRmsPercent">Corrected response to positrons in the fiducial volume, rms about its mean, azimuth included, percent.</param>
/// <param name="EdgeRmsPercent">The same beyond 16 m, percent.</param>
/// <param name="AxialRmsPercent">What the map misses of the response averaged over azimuth, rms over the fiducial volume, percent: all that points can change.</param>
/// <param name="ATildePercent">Figure of merit a~ at 2.56 MeV and the true vertex, percent.</param>
/// <param name="ATildeErrorPercent">Its statistical error, percent, common to all sets.</param>
/// <param name="ATildeChangePercent">Difference to the declared set, percent.</param>
/// <param name="ATildeChangeErrorPercent">Its error from paired events, percent.</param>
public sealed record PointSetSummary(
    string Method,
    int Count,
    int Used,
    double FiducialRmsPercent,
    double EdgeRmsPercent,
    double AxialRmsPercent,
    double ATildePercent,
    double ATildeErrorPercent,
    double ATildeChangePercent,
    double ATildeChangeErrorPercent);
