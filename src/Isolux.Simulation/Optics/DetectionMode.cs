namespace Isolux.Simulation.Optics;

/// <summary>What happens when a photon meets the sensitive face of a photosensor.</summary>
public enum DetectionMode
{
    /// <summary>It is detected with probability PDE x acceptance, else lost on the sensor.</summary>
    Drawn,

    /// <summary>It always counts as detected, with weight PDE x acceptance: less noise for light maps.</summary>
    Expected,
}
