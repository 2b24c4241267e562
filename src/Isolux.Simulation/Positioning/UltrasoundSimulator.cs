using System.Collections.Immutable;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Positioning;

/// <summary>
/// Arrival times of the pulses of a campaign: receivers are where the survey says but for its error, the speed of sound and the start of the clock are drawn once, times smear, and some receivers
/// time an echo that comes later by an exponential delay.
/// </summary>
public sealed class UltrasoundSimulator
{
    private const double MmPerM = 1000.0;
    private const double LeastChange = 1e-9;
    private readonly UltrasoundSystem _system;
    private readonly UltrasoundTruth _truth;
    private readonly ulong _seed;
    private readonly uint _campaign;
    private readonly Position[] _receivers;
    private readonly double _clockUs;

    /// <summary>A campaign.</summary>
    /// <param name="system">The declared system.</param>
    /// <param name="truth">What differs from it.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="campaign">Number of the campaign; each has its own survey, speed and clock.</param>
    public UltrasoundSimulator(UltrasoundSystem system, UltrasoundTruth truth, ulong seed, uint campaign)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(truth);
        (_system, _truth, _seed, _campaign) = (system, truth, seed, campaign);
        RandomSequence random = new(seed, campaign, RandomStream.UltrasoundArrival, 0, 0);
        _receivers = new Position[system.Receivers.Length];
        for (int i = 0; i < _receivers.Length; i++)
        {
            _receivers[i] = system.Receivers[i].Position
                + new Position(system.SurveyErrorMm * random.NextNormal(), system.SurveyErrorMm * random.NextNormal(), system.SurveyErrorMm * random.NextNormal());
        }

        SoundSpeedMmPerUs = system.SoundSpeedMmPerUs + (system.SoundSpeedErrorMmPerUs * random.NextNormal());
        SoundSpeedMmPerUs = truth.SoundSpeedMmPerUs ?? SoundSpeedMmPerUs;
        _clockUs = system.ClockErrorUs * random.NextNormal();
    }

    /// <summary>The true speed of sound, mm/us.</summary>
    public double SoundSpeedMmPerUs { get; }

    /// <summary>What every receiver hears of a source.</summary>
    /// <param name="source">Where the source is; the emitter hangs above it.</param>
    /// <param name="fix">Number of the pulse, from 0.</param>
    public ImmutableArray<HeardPulse> Hear(Position source, uint fix)
    {
        Position emitter = source with { ZMm = source.ZMm + _system.EmitterAboveSourceMm };
        var heard = ImmutableArray.CreateBuilder<HeardPulse>(_receivers.Length);
        for (int i = 0; i < _receivers.Length; i++)
        {
            RandomSequence random = new(_seed, _campaign, RandomStream.UltrasoundArrival, fix + 1, (uint)i);
            double timeUs = _clockUs + FlightUs(emitter, _receivers[i]) + (_truth.TimeErrorScale * _system.TimeErrorUs * random.NextNormal());
            bool echo = random.NextDouble() < (_truth.EchoProbability ?? _system.EchoProbability);
            heard.Add(new HeardPulse(
                _system.Receivers[i].Name, echo ? timeUs + (_system.EchoDelayUs * random.NextExponential()) : timeUs, echo ? SignalOrigin.Reflected : SignalOrigin.Direct));
        }

        return heard.MoveToImmutable();
    }

    // Along a straight way on which the speed changes evenly from c1 to c2, d takes d ln(c2/c1) / (c2 - c1).
    private double FlightUs(Position from, Position to)
    {
        double slopePerUs = _system.SoundSpeedSlopeMmPerUsPerK * _truth.TemperatureGradientKPerM / MmPerM;
        double change = slopePerUs * (to.ZMm - from.ZMm) / (SoundSpeedMmPerUs + (slopePerUs * from.ZMm));
        double stretch = Math.Abs(change) > LeastChange ? Math.Log(1.0 + change) / change : 1.0;
        return from.DistanceToMm(to) * stretch / (SoundSpeedMmPerUs + (slopePerUs * from.ZMm));
    }
}
