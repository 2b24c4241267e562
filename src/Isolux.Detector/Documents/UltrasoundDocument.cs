namespace Isolux.Detector.Documents;

/// <summary>Ultrasonic positioning.</summary>
/// <param name="Receivers">Surveyed receivers.</param>
/// <param name="SoundSpeedMPerS">Speed of sound at the reference temperature, m/s.</param>
/// <param name="SoundSpeedErrorMPerS">What is not known of it before the first fix, m/s.</param>
/// <param name="SoundSpeedSlopeMPerSPerK">Its change with temperature, m/s/K.</param>
/// <param name="ReferenceTemperatureC">Reference temperature, degrees Celsius.</param>
/// <param name="TimeErrorUs">Error of an arrival time, us.</param>
/// <param name="ClockErrorUs">Error of the common start of all times, us.</param>
/// <param name="EmitterAboveSourceM">The emitter hangs so far above the source, m.</param>
/// <param name="LeastReceivers">Receivers that must agree on a place, 4 or more.</param>
/// <param name="EchoProbability">Probability that a receiver times an echo.</param>
/// <param name="EchoDelayUs">Mean delay of echoes, us.</param>
public sealed record UltrasoundDocument(
    SurveyDocument Receivers,
    Measured SoundSpeedMPerS,
    Measured SoundSpeedErrorMPerS,
    Measured SoundSpeedSlopeMPerSPerK,
    Measured ReferenceTemperatureC,
    Measured TimeErrorUs,
    Measured ClockErrorUs,
    Measured EmitterAboveSourceM,
    MeasuredCount LeastReceivers,
    Measured EchoProbability,
    Measured EchoDelayUs);
