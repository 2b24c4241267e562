using Isolux.Quantities;

namespace Isolux.Events.Samples;

/// <summary>Events of a calibration source at one declared point.</summary>
/// <param name="System">Deployment system that held the source.</param>
/// <param name="Nominal">Declared position of the source.</param>
/// <param name="LightCentre">Light-weighted mean position (radius, cos theta at the nominal azimuth) of fully absorbed events, from simulation.</param>
/// <param name="PhotoElectrons">Counted photoelectrons per event, shape [events].</param>
/// <param name="ExcludedBecause">Why the point is not to be used for smooth surfaces; null where it is.</param>
public sealed record SourceSample(string System, Position Nominal, Position LightCentre, ReadOnlyMemory<int> PhotoElectrons, string? ExcludedBecause = null)
{
    /// <summary>Number of events.</summary>
    public int Count => PhotoElectrons.Length;
}
