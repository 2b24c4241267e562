using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Strategy.Points;

/// <summary>A set of points, the surface they give, and positrons corrected with it.</summary>
/// <param name="Points">The points.</param>
/// <param name="Surface">The surface.</param>
/// <param name="EnergiesMeV">Corrected energies.</param>
/// <param name="ATildePercent">Figure of merit, percent.</param>
/// <param name="ATildeErrorPercent">Its error, percent.</param>
internal sealed record JudgedSet(ImmutableArray<CandidatePoint> Points, ThinPlateSplineFit Surface, double[] EnergiesMeV, double ATildePercent, double ATildeErrorPercent);
