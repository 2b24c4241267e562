using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>The next steps of sixteen photons.</summary>
/// <param name="LengthMm">Their lengths.</param>
/// <param name="Interacts">Mask of those that end with an interaction, not at a boundary.</param>
/// <param name="NearObstacles">Mask of those that come to where bars or sensors are.</param>
/// <param name="SlownessNsPerMm">Inverse group velocities on the way.</param>
/// <param name="Row">Where the tables of <see cref="LaneOptics"/> hold the medium on the way.</param>
internal readonly record struct LaneStep(
    Vector512<float> LengthMm, Vector512<float> Interacts, Vector512<float> NearObstacles, Vector512<float> SlownessNsPerMm, Vector512<int> Row);
