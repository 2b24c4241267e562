namespace Isolux.Simulation.Positioning;

/// <summary>How ultrasound is made worse or different than declared; the declared system by default.</summary>
public sealed record UltrasoundTruth
{
    /// <summary>Probability of an echo; null for the declared one.</summary>
    public double? EchoProbability { get; init; }

    /// <summary>Factor on the declared error of arrival times.</summary>
    public double TimeErrorScale { get; init; } = 1.0;

    /// <summary>True speed of sound, mm/us; null for one drawn from the declared value and error.</summary>
    public double? SoundSpeedMmPerUs { get; init; }

    /// <summary>How much warmer the scintillator is one metre higher, K/m; those who locate know one temperature only.</summary>
    public double TemperatureGradientKPerM { get; init; }
}
