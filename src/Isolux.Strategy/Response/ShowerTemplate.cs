using Isolux.Quantities;

namespace Isolux.Strategy.Response;

/// <summary>A stored shower: where its light is made relative to the vertex (mm) and how much, normalised to 1 in sum.</summary>
internal sealed record ShowerTemplate(Position[] Offsets, double[] LightFractions);
