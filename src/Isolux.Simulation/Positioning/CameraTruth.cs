namespace Isolux.Simulation.Positioning;

/// <summary>How cameras are made worse or different than declared; the declared ones by default.</summary>
public sealed record CameraTruth
{
    /// <summary>Probability of a false spot; null for the declared one.</summary>
    public double? FalseSpotProbability { get; init; }

    /// <summary>Factor on the declared error of spots.</summary>
    public double PixelErrorScale { get; init; } = 1.0;

    /// <summary>How far behind the centre of its dome window a pupil sits, mm; rays then bend on leaving the scintillator.</summary>
    public double PupilBehindCentreMm { get; init; }
}
