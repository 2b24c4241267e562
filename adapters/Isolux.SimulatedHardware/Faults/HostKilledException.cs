namespace Isolux.SimulatedHardware.Faults;

/// <summary>The simulated host died in the middle of its work.</summary>
public sealed class HostKilledException : Exception
{
    /// <summary>The host died.</summary>
    public HostKilledException()
        : base("The host was killed.")
    {
    }
}
