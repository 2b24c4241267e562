namespace Isolux.Strategy.Points;

/// <summary>A calibration point and what it is worth.</summary>
/// <param name="System">System.</param>
/// <param name="RhoM">Distance from the axis, m.</param>
/// <param name="ZM">Height above the centre, m.</param>
/// <param name="SurfaceRadiusM">Radius at which it enters the surface, m.</param>
/// <param name="CosTheta">cos(theta) at which it enters.</param>
/// <param name="ErrorPercent">Expected statistical error of its ratio, percent.</param>
/// <param name="Minutes">Its data taking and its share of the travel of its system, min.</param>
/// <param name="ATildeLossPercent">By how much a~ grows without it, percent; negative where the map would be better without it.</param>
public sealed record ValuedPoint(
    string System, double RhoM, double ZM, double SurfaceRadiusM, double CosTheta, double ErrorPercent, double Minutes, double ATildeLossPercent)
{
    /// <summary>What it is worth per minute: 1e-6 of a~, in percent per min.</summary>
    public double MicroPercentPerMinute => 1e6 * ATildeLossPercent / Minutes;
}
