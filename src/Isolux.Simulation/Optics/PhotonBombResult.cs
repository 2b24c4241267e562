using System.Collections.Immutable;
using Isolux.Detector.Photosensors;

namespace Isolux.Simulation.Optics;

/// <summary>Where the photons of a <see cref="PhotonBomb"/> ended. Detected, absorbed and lost are fractions of the emitted photons and sum to 1.</summary>
public sealed record PhotonBombResult
{
    /// <summary>Photons emitted.</summary>
    public required long Count { get; init; }

    /// <summary>Fraction detected.</summary>
    public required double Detected { get; init; }

    /// <summary>Binomial standard error of <see cref="Detected"/>.</summary>
    public required double DetectedError { get; init; }

    /// <summary>Fraction detected by each kind of photosensor; empty where the boundary itself detects.</summary>
    public required ImmutableDictionary<SensorKind, double> DetectedByKind { get; init; }

    /// <summary>Fraction absorbed (and not re-emitted) in each medium, in the order of the shells.</summary>
    public required ImmutableArray<KeyValuePair<string, double>> Absorbed { get; init; }

    /// <summary>Fraction lost on anything opaque.</summary>
    public required double Lost { get; init; }

    /// <summary>The same by what was met (<see cref="OpticalModel.LossNames"/>).</summary>
    public required ImmutableArray<KeyValuePair<string, double>> LostOn { get; init; }

    /// <summary>Mean time from emission to arrival of detected photons, ns; NaN where none is detected.</summary>
    public required double MeanTimeNs { get; init; }

    /// <summary>Root mean square about that mean, ns; NaN where none is detected.</summary>
    public required double RmsTimeNs { get; init; }

    /// <summary>Statistical error of <see cref="RmsTimeNs"/> from the fourth moment, ns: late light has a long tail, so it is several times the Gaussian value.</summary>
    public required double RmsTimeErrorNs { get; init; }

    /// <summary>Fractions of detected photons in 18 equal bins of the hit point's cos(theta) from -1 to 1.</summary>
    public required ImmutableArray<double> CosThetaHistogram { get; init; }

    /// <summary>Photons per second of wall clock, all threads.</summary>
    public required double PhotonsPerSecond { get; init; }

    /// <summary>Threads used.</summary>
    public required int Threads { get; init; }
}
