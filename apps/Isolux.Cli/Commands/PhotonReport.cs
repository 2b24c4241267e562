using System.Collections.Immutable;
using Isolux.Simulation.Optics;

namespace Isolux.Cli.Commands;

/// <summary>What <c>simulate photons --json</c> prints.</summary>
internal sealed record PhotonReport(
    int FormatVersion,
    long Count,
    double Detected,
    double DetectedError,
    Dictionary<string, double> DetectedByKind,
    Dictionary<string, double> Absorbed,
    double Lost,
    Dictionary<string, double> LostOn,
    double MeanTimeNs,
    double RmsTimeNs,
    ImmutableArray<double> CosThetaHistogram,
    double PhotonsPerSecond,
    int Threads)
{
    public static PhotonReport From(PhotonBombResult result) => new(
        1,
        result.Count,
        result.Detected,
        result.DetectedError,
        result.DetectedByKind.OrderBy(k => k.Key).ToDictionary(k => char.ToLowerInvariant($"{k.Key}"[0]) + $"{k.Key}"[1..], k => k.Value),
        new Dictionary<string, double>(result.Absorbed),
        result.Lost,
        new Dictionary<string, double>(result.LostOn),
        result.MeanTimeNs,
        result.RmsTimeNs,
        result.CosThetaHistogram,
        result.PhotonsPerSecond,
        result.Threads);
}
