namespace Isolux.SimulatedHardware.Faults;

/// <summary>What can go wrong.</summary>
public enum FaultKind
{
    /// <summary>The host stands still: no sign of life.</summary>
    HostFrozen,

    /// <summary>The host dies and is started again from its checkpoint after the duration.</summary>
    HostKilled,

    /// <summary>Messages do not arrive; with a negative magnitude commands arrive but their answers do not.</summary>
    LinkLost,

    /// <summary>The motor accepts a command and stands still.</summary>
    MotorIgnoresCommand,

    /// <summary>The cable does not follow the drum.</summary>
    SpoolJammed,

    /// <summary>The storage switch stays closed; with a negative magnitude it stays open.</summary>
    ParkSwitchStuck,

    /// <summary>Something pulls at the source (N).</summary>
    TensionStep,

    /// <summary>The cable slips on the drum, the way its load pulls (mm out).</summary>
    SlippedCable,

    /// <summary>The encoder counts what is not there (mm/min).</summary>
    EncoderDrift,

    /// <summary>The controller loses its limits: they read (0, 0).</summary>
    WrongLimits,

    /// <summary>Another source is fixed than was asked for.</summary>
    WrongSourceMounted,

    /// <summary>Many ultrasonic fixes are outliers.</summary>
    UltrasonicOutliers,

    /// <summary>Oxygen rises (ppm).</summary>
    OxygenRise,

    /// <summary>Radon rises (mBq/m3).</summary>
    RadonRise,

    /// <summary>Data acquisition is down.</summary>
    DataAcquisitionDown,

    /// <summary>High voltage is off.</summary>
    HighVoltageDown,

    /// <summary>Somebody else sends a motion command to the unit: magnitude is the part of its cable to pay out.</summary>
    StrayCommand,

    /// <summary>The motor runs on when it should stop; the brake of the drum still works.</summary>
    MotorRunsOn,

    /// <summary>A turntable accepts a command and stands still.</summary>
    TurntableStuck,

    /// <summary>A turntable goes one spool too far and does not know it.</summary>
    WrongSpool,

    /// <summary>Somebody else turns the turntable: magnitude is the spool.</summary>
    StrayTurn,
}
