using System.Collections.Immutable;
using Isolux.Calibration.Peaks;

namespace Isolux.Strategy.Capsules;

/// <summary>How much a study of capsules simulates.</summary>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Threads">Threads; no result depends on it.</param>
/// <param name="Events">Decays per line for the energy loss.</param>
/// <param name="Groups">Groups of the jackknife.</param>
/// <param name="ShadowEvents">Decays per line for the shadowing.</param>
/// <param name="Photons">Photons by which the detection of directions is measured.</param>
internal sealed record CapsuleStudySettings(ulong Seed, int Threads, int Events, int Groups, int ShadowEvents, long Photons)
{
    /// <summary>Shapes to fit beside that of the line.</summary>
    public ImmutableArray<PeakShape> FurtherShapes { get; init; } = [];
}
