using Isolux.Campaign.Kinematics;

namespace Isolux.Campaign.Devices;

/// <summary>What a unit reports.</summary>
/// <param name="Motion">What its drives do.</param>
/// <param name="Trip">Why it stopped.</param>
/// <param name="Knowledge">Whether it knows its position.</param>
/// <param name="Encoders">Cable paid out by the encoders of the drums.</param>
/// <param name="Wheels">Cable paid out by the measuring wheels on the cables: independent of the drums.</param>
/// <param name="Tensions">Load cells.</param>
/// <param name="Limits">Largest cable lengths it has been given.</param>
/// <param name="ParkSwitch">Switch in the storage position.</param>
/// <param name="ParkTag">Identity of the source read in the storage position; 0 where none is read.</param>
/// <param name="Spool">Spool above the chimney, from 0, as the turntable says; 0 where there is one only.</param>
public readonly record struct UnitStatus(
    DriveMotion Motion,
    TripReason Trip,
    PositionKnowledge Knowledge,
    CableLengths Encoders,
    CableLengths Wheels,
    CableTensions Tensions,
    CableLengths Limits,
    SwitchState ParkSwitch,
    int ParkTag,
    int Spool);
