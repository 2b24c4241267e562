namespace Isolux.Strategy.Pricing;

/// <summary>Statistical errors of the map g(r, theta) that points will give: those of the points, propagated through an interpolating spline. What lies between points is not in them.</summary>
/// <param name="Source">Source of the points.</param>
/// <param name="Points">Points that enter the map.</param>
/// <param name="FiducialErrorPercent">Rms over the fiducial volume, percent.</param>
/// <param name="LargestErrorPercent">Largest in the fiducial volume, percent.</param>
public sealed record MapPrecision(string Source, int Points, double FiducialErrorPercent, double LargestErrorPercent);
