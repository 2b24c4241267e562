namespace Isolux.Simulation.Response;

/// <summary>
/// Share of the light of a hidden sensor that is lost; the rest is scattered, or comes through where the picture of discs and intervals is too coarse.
/// </summary>
/// <param name="NarrowFraction">Behind bars narrower than a large PMT.</param>
/// <param name="WideFraction">Behind wider ones, which hide its neighbours as well.</param>
internal readonly record struct ShadeStrength(float NarrowFraction, float WideFraction)
{
    public float Of(bool wide) => wide ? WideFraction : NarrowFraction;
}
