using System.Text.Json.Serialization;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.SimulatedHardware;

/// <summary>All that changes at a unit.</summary>
internal sealed class UnitState
{
    /// <summary>Identities of what hangs on the spools.</summary>
    public int[] Tags { get; set; } = [0];

    /// <summary>Spool that really stands above the chimney.</summary>
    public int Spool { get; set; }

    /// <summary>Spool that the turntable says.</summary>
    public int SpoolRead { get; set; }

    /// <summary>When the turntable comes to rest, s.</summary>
    public double TurnedS { get; set; }

    /// <summary>Identity of what hangs on the spool above the chimney.</summary>
    [JsonIgnore]
    public int Tag
    {
        get => Tags[Spool];
        set => Tags[Spool] = value;
    }

    public bool IsMoving { get; set; }

    public TripReason Trip { get; set; }

    public PositionKnowledge Knowledge { get; set; } = PositionKnowledge.Known;

    public CableLengths Limits { get; set; }

    /// <summary>Cable the motors have paid out; while moving, at the start of the motion.</summary>
    public CableLengths Motor { get; set; }

    /// <summary>Cable out beyond that of the motors.</summary>
    public CableLengths Slip { get; set; }

    /// <summary>What encoders count beyond the motors.</summary>
    public CableLengths Drift { get; set; }

    /// <summary>What wheels count beyond the cable.</summary>
    public CableLengths WheelOffset { get; set; }

    /// <summary>Where a jammed cable is held; null while it is free.</summary>
    public CableLengths? JammedAt { get; set; }

    /// <summary>Where a motor that ignores commands stands; null while it obeys.</summary>
    public CableLengths? IgnoringAt { get; set; }

    /// <summary>How fast motors run on that were told to stop, mm/s; null while they obey.</summary>
    public CableLengths? RunsOnMmPerS { get; set; }

    /// <summary>Where a vehicle really is; while moving, at the start of the motion.</summary>
    public Position At { get; set; }

    /// <summary>Whether a vehicle is wound in.</summary>
    public bool IsRetrieving { get; set; }

    public Position From { get; set; }

    public Position To { get; set; }

    public double DistanceMm { get; set; }

    public double StartS { get; set; }
}
