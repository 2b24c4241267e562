using System.Collections.Immutable;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>Faults that are active now, whichever unit they concern.</summary>
internal sealed class SiteFaults(ImmutableArray<Fault> faults, SiteState state)
{
    /// <summary>The first active fault of a kind; null where there is none.</summary>
    public Fault? Active(FaultKind kind)
    {
        foreach (Fault fault in faults)
        {
            if (fault.Kind == kind && fault.IsActiveAt(state.NowS))
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Sum of the magnitudes of all active faults of a kind.</summary>
    public double Magnitude(FaultKind kind) => faults.Where(fault => fault.Kind == kind && fault.IsActiveAt(state.NowS)).Sum(fault => fault.Magnitude);
}
