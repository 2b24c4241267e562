using Isolux.Quantities;

namespace Isolux.Detector.Transparency;

/// <summary>A laser beam.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Launch">End of the fibre.</param>
/// <param name="Aim">Point its axis goes through before any refraction; not the launch point.</param>
public sealed record LaserBeam(string Name, Position Launch, Position Aim);
