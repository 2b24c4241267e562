using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Calibration.NonUniformity;

namespace Isolux.Strategy.Run;

/// <summary>What the calibration campaign gave.</summary>
/// <param name="LightYield">Y0 from the centre.</param>
/// <param name="NonUniformity">g(r, theta) from all points.</param>
/// <param name="CentreCounts">Photoelectrons of the events at the centre, for the figure of the peak.</param>
/// <param name="SimulatedEvents">Source events simulated.</param>
/// <param name="DeclaredEvents">Source events the campaign declares.</param>
internal sealed record CampaignMeasurement(
    LightYieldResult LightYield,
    NonUniformityResult NonUniformity,
    ImmutableArray<int> CentreCounts,
    long SimulatedEvents,
    long DeclaredEvents);
