namespace Isolux.Campaign.Positioning;

/// <summary>What is known of the speed of sound.</summary>
/// <param name="ValueMmPerUs">The speed, mm/us (km/s).</param>
/// <param name="ErrorMmPerUs">Its standard error, mm/us.</param>
public sealed record SoundSpeed(double ValueMmPerUs, double ErrorMmPerUs);
