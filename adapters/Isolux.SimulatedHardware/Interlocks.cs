namespace Isolux.SimulatedHardware;

/// <summary>What the controllers watch by themselves, whatever the host says. Tests take single ones away to see that they are needed.</summary>
[Flags]
public enum Interlocks
{
    /// <summary>None; for tests only.</summary>
    None = 0,

    /// <summary>A source leaves storage only when all others are confirmed there.</summary>
    SingleSource = 1,

    /// <summary>No motion unless two measurements of the cable agree.</summary>
    KnownPosition = 2,

    /// <summary>Motion ends before a cable pulls too hard or goes slack.</summary>
    Tension = 4,

    /// <summary>Motion ends when the host is not heard of.</summary>
    DeadMan = 8,

    /// <summary>Only ways that are admitted, and only with plausible limits.</summary>
    Limits = 16,

    /// <summary>Motion ends when a motor does not follow.</summary>
    Following = 32,

    /// <summary>The identity of a source is read at the storage position and nowhere else, independent of the switch.</summary>
    ParkIdentity = 64,

    /// <summary>Motion ends when a cable pulls otherwise than statics says for its position.</summary>
    ExpectedTension = 128,

    /// <summary>A turntable turns only while all units are in storage.</summary>
    Turntable = 256,

    /// <summary>All of them.</summary>
    All = SingleSource | KnownPosition | Tension | DeadMan | Limits | Following | ParkIdentity | ExpectedTension | Turntable,
}
