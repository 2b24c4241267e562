namespace Isolux.Campaign.Kinematics;

/// <summary>Motion from rest to rest with constant acceleration, constant speed and constant deceleration.</summary>
public readonly record struct MotionProfile
{
    private readonly double _peakMmPerS;
    private readonly double _rampS;

    /// <summary>The fastest such motion.</summary>
    /// <param name="distanceMm">Path, mm; 0 or more.</param>
    /// <param name="speedMmPerMin">Largest speed, mm/min.</param>
    /// <param name="accelerationMmPerS2">Acceleration, mm/s2.</param>
    public MotionProfile(double distanceMm, double speedMmPerMin, double accelerationMmPerS2)
    {
        DistanceMm = distanceMm;
        _peakMmPerS = Math.Min(speedMmPerMin / 60.0, Math.Sqrt(distanceMm * accelerationMmPerS2));
        _rampS = _peakMmPerS / accelerationMmPerS2;
        DurationSeconds = distanceMm > 0.0 ? _rampS + (distanceMm / _peakMmPerS) : 0.0;
    }

    /// <summary>Path, mm.</summary>
    public double DistanceMm { get; }

    /// <summary>Time from rest to rest, s.</summary>
    public double DurationSeconds { get; }

    /// <summary>Path covered at a time since the start, mm.</summary>
    public double CoveredMm(double timeSeconds)
    {
        if (timeSeconds <= 0.0)
        {
            return 0.0;
        }

        double leftS = DurationSeconds - timeSeconds;
        return leftS <= 0.0 ? DistanceMm
            : timeSeconds < _rampS ? 0.5 * _peakMmPerS * timeSeconds * timeSeconds / _rampS
            : leftS < _rampS ? DistanceMm - (0.5 * _peakMmPerS * leftS * leftS / _rampS)
            : _peakMmPerS * (timeSeconds - (0.5 * _rampS));
    }

    /// <summary>Speed at a time since the start, mm/s.</summary>
    public double SpeedMmPerS(double timeSeconds)
    {
        double leftS = DurationSeconds - timeSeconds;
        return timeSeconds <= 0.0 || leftS <= 0.0 ? 0.0 : _peakMmPerS * Math.Min(1.0, Math.Min(timeSeconds, leftS) / _rampS);
    }
}
