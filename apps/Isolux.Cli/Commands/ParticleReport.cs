using Isolux.Numerics.Statistics;
using Isolux.Simulation.Particles;

namespace Isolux.Cli.Commands;

/// <summary>What <c>simulate particles --json</c> prints; PE fields are null without a light response, <c>meanVisibleMeV</c> without a light yield.</summary>
internal sealed record ParticleReport(
    int FormatVersion,
    long Count,
    double? MeanPe,
    double? MeanPeError,
    double? SigmaPe,
    double? SigmaPeError,
    double? MeanCherenkovPe,
    double? MeanVisibleMeV,
    double MeanDepositedMeV,
    double MeanQuenchedMeV,
    double MeanQuenchedErrorMeV,
    double SigmaQuenchedMeV,
    double SigmaQuenchedErrorMeV,
    double MeanEscapedMeV,
    double MeanPrimaryElectrons,
    double EventsPerSecond,
    int Threads)
{
    public static ParticleReport From(ParticleGunResult result, double? lightYieldPePerMeV, double seconds, int threads)
    {
        RunningMoments quenched = result.QuenchedMeV;
        return new ParticleReport(
            1,
            result.Count,
            result.Pe?.Mean,
            result.Pe?.MeanError,
            result.Pe?.StandardDeviation,
            result.Pe?.StandardDeviationError,
            result.CherenkovPe?.Mean,
            result.Pe?.Mean / lightYieldPePerMeV,
            result.DepositedMeV.Mean,
            quenched.Mean,
            quenched.MeanError,
            quenched.StandardDeviation,
            quenched.StandardDeviationError,
            result.EscapedMeV.Mean,
            result.PrimaryElectrons.Mean,
            result.Count / seconds,
            threads);
    }
}
