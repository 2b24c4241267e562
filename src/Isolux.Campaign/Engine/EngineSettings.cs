namespace Isolux.Campaign.Engine;

/// <summary>How the engine works.</summary>
public sealed record EngineSettings
{
    /// <summary>Time between signs of life, s; a controller must tolerate at least twice as much.</summary>
    public double HeartbeatSeconds { get; init; } = 10.0;

    /// <summary>How often a motion is begun again before it is given up.</summary>
    public int MotionAttempts { get; init; } = 8;

    /// <summary>How long a fault may take to pass before a source is declared stuck, min.</summary>
    public double PatienceMinutes { get; init; } = 60.0;

    /// <summary>How long conditions must be good before work resumes, min.</summary>
    public double HoldMinutes { get; init; } = 5.0;

    /// <summary>How long conditions may be bad before the source is brought home, min.</summary>
    public double SuspensionMinutes { get; init; } = 240.0;

    /// <summary>Difference of cable lengths taken for the same, mm.</summary>
    public double ArrivedMm { get; init; } = 5.0;

    /// <summary>Ultrasonic fixes of which the median is taken.</summary>
    public int UltrasonicFixes { get; init; } = 7;

    /// <summary>Fixes that must agree with their median.</summary>
    public int UltrasonicAgreeing { get; init; } = 5;

    /// <summary>Medians of which one must agree with the cables.</summary>
    public int UltrasonicMedians { get; init; } = 5;

    /// <summary>Ultrasonic median and cables may differ by so much, mm.</summary>
    public double UltrasonicToleranceMm { get; init; } = 120.0;

    /// <summary>Signs of life to wait for a confirmation that should be there at once.</summary>
    public int ConfirmationCycles { get; init; } = 60;
}
