namespace Isolux.SimulatedHardware.Faults;

/// <summary>What must hold whatever goes wrong.</summary>
public enum Invariant
{
    /// <summary>Never two sources in the detector.</summary>
    SingleSource,

    /// <summary>Never a motion with unknown position: what is out and what is believed differ by less than 10 cm of cable.</summary>
    KnownPosition,

    /// <summary>Tension inside its window; where something else pulls, no motion outside of it.</summary>
    TensionWindow,

    /// <summary>"Stored" only by two independent confirmations, and true.</summary>
    ConfirmedStorage,

    /// <summary>At the end every source is in storage or declared stuck.</summary>
    RetrievedOrStuck,

    /// <summary>No motion for longer than the dead-man time without hearing a host.</summary>
    LivingHost,

    /// <summary>What leaves storage is what the record says.</summary>
    Custody,

    /// <summary>The turntable turns only over sources in storage.</summary>
    TurntableStill,

    /// <summary>No source outside of where sources may be.</summary>
    AdmittedSpace,
}
