using System.Collections.Immutable;

namespace Isolux.Detector.Positioning;

/// <summary>An emitter at the source and receivers on the wall that time its ultrasonic pulse (USS).</summary>
/// <param name="Receivers">The receivers.</param>
/// <param name="SurveyErrorMm">Error of each coordinate of a receiver, mm.</param>
/// <param name="SoundSpeedMmPerUs">Speed of sound at the reference temperature, mm/us.</param>
/// <param name="SoundSpeedErrorMmPerUs">What is not known of it before the first fix, mm/us.</param>
/// <param name="SoundSpeedSlopeMmPerUsPerK">Its change with temperature, mm/us/K.</param>
/// <param name="ReferenceTemperatureC">Reference temperature, degrees Celsius.</param>
/// <param name="TimeErrorUs">Error of an arrival time, us.</param>
/// <param name="ClockErrorUs">Error of the common start of all times, us.</param>
/// <param name="EmitterAboveSourceMm">The emitter hangs so far above the source, mm.</param>
/// <param name="LeastReceivers">Receivers that must agree on a place.</param>
/// <param name="EchoProbability">Probability that a receiver times an echo instead of the direct pulse; used by simulation alone.</param>
/// <param name="EchoDelayUs">Mean delay of echoes, us; used by simulation alone.</param>
public sealed record UltrasoundSystem(
    ImmutableArray<SurveyedMark> Receivers,
    double SurveyErrorMm,
    double SoundSpeedMmPerUs,
    double SoundSpeedErrorMmPerUs,
    double SoundSpeedSlopeMmPerUsPerK,
    double ReferenceTemperatureC,
    double TimeErrorUs,
    double ClockErrorUs,
    double EmitterAboveSourceMm,
    int LeastReceivers,
    double EchoProbability,
    double EchoDelayUs)
{
    /// <summary>Speed of sound at a temperature (degrees Celsius), mm/us; that of the reference temperature where none is known.</summary>
    public double SoundSpeedAtMmPerUs(double? temperatureC) =>
        SoundSpeedMmPerUs + (SoundSpeedSlopeMmPerUsPerK * ((temperatureC ?? ReferenceTemperatureC) - ReferenceTemperatureC));
}
