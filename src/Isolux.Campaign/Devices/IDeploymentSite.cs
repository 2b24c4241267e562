using Isolux.Quantities;

namespace Isolux.Campaign.Devices;

/// <summary>
/// The controllers of all units as a host sees them. Every answered message counts as a sign of life of the host; a controller that hears nothing stops
/// its drives by itself.
/// </summary>
public interface IDeploymentSite
{
    /// <summary>The clock of the site.</summary>
    TimeProvider Clock { get; }

    /// <summary>What a device wants kept with a checkpoint so that it can be set up again; empty for a real one, which keeps itself.</summary>
    string Memory { get; }

    /// <summary>Status of a unit; null where the link is lost.</summary>
    UnitStatus? Read(int unit);

    /// <summary>Conditions; null where the link is lost.</summary>
    SiteConditions? ReadConditions();

    /// <summary>One ultrasonic fix of the source of a unit; null out of sight or where the link is lost. Some fixes are outliers.</summary>
    Position? ReadUltrasonic(int unit);

    /// <summary>Sends a command.</summary>
    CommandReply Send(in DeviceCommand command);

    /// <summary>Lets time pass.</summary>
    void Wait(TimeSpan time);
}
