using Isolux.Strategy.Capsules;
using Isolux.Strategy.Provenance;

namespace Isolux.Strategy.Run;

/// <summary>How much a run simulates.</summary>
public sealed record RunSettings : EffortSettings
{
    /// <summary>Source events simulated over the events the campaign declares, at a statistics factor of 1.</summary>
    public const double SourceFraction = 0.1;

    private const int PositronsPerEnergy = 20_000;
    private const int LeastEvents = 1000;
    private const int FullReconstructedPositrons = 4000;
    private const int LeastReconstructedPositrons = 200;
    private const int FullLaserPulses = 1000;
    private const int LeastLaserPulses = 50;
    private const int FullChargeResidualEvents = 100;
    private const int LeastChargeResidualEvents = 8;
    private const int FullLadderEvents = 20_000;
    private const int LeastLadderEvents = 5000;
    private const int FullCapsuleEvents = 10_000;
    private const int LeastCapsuleEvents = 3000;
    private const int FullShadowEvents = 2000;
    private const int LeastShadowEvents = 500;
    private const int CapsuleGroups = 10;
    private const int CapsulePhotons = 1_000_000;

    /// <summary>Seed of all random numbers; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which sections are computed; default the standard ones.</summary>
    public RunExtent Extent { get; init; } = RunExtent.Standard;

    /// <summary>Events to simulate for a point inside the scintillator that declares so many.</summary>
    public int SourceEvents(int declared) => Math.Max(LeastEvents, (int)Math.Round(declared * SourceFraction * StatisticsFactor));

    /// <summary>
    /// Events to simulate for a point outside the scintillator: as many as declared, because few of them leave their whole energy inside and the others cost next to nothing.
    /// </summary>
    public int BoundaryEvents(int declared) => Math.Max(LeastEvents, (int)Math.Round(declared * StatisticsFactor));

    /// <summary>Positrons to simulate per kinetic energy and sample.</summary>
    public int PositronEvents => Math.Max(LeastEvents, (int)Math.Round(PositronsPerEnergy * StatisticsFactor));

    /// <summary>Positrons per kinetic energy whose hits are reconstructed; they are the first of <see cref="PositronEvents"/>.</summary>
    public int ReconstructedPositrons => Math.Max(LeastReconstructedPositrons, (int)Math.Round(FullReconstructedPositrons * StatisticsFactor));

    /// <summary>Electrons of 1 MeV by which the reconstruction is judged.</summary>
    public int ReconstructedElectrons => ReconstructedPositrons;

    /// <summary>Laser pulses per intensity.</summary>
    public int LaserPulses => Math.Max(LeastLaserPulses, (int)Math.Round(FullLaserPulses * StatisticsFactor));

    /// <summary>Electrons per energy and radius with which corrected charges are judged.</summary>
    public int ChargeResidualEvents => Math.Max(LeastChargeResidualEvents, (int)Math.Round(FullChargeResidualEvents * StatisticsFactor));

    /// <summary>Events per line of the energy ladder, and per energy of the positrons it is judged by.</summary>
    public int LadderEvents => Math.Max(LeastLadderEvents, (int)Math.Round(FullLadderEvents * StatisticsFactor));

    /// <summary>Biases of source lines by their capsules.</summary>
    internal CapsuleStudySettings Capsules => new(
        Seed,
        Threads,
        Math.Max(LeastCapsuleEvents, (int)Math.Round(FullCapsuleEvents * StatisticsFactor)),
        CapsuleGroups,
        Math.Max(LeastShadowEvents, (int)Math.Round(FullShadowEvents * StatisticsFactor)),
        CapsulePhotons);
}
