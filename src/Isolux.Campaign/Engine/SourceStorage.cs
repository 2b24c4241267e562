using Isolux.Campaign.Kinematics;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Engine;

/// <summary>Identities of sources by the inventory of the house, and whether units read those that the custody log gives them.</summary>
internal sealed class SourceStorage(CalibrationHouse house, SiteWatch watch, RunRecorder recorder)
{
    /// <summary>The inventory's entry of a source.</summary>
    public StoredSource this[string source] => house.Inventory.First(stored => stored.Source == source);

    /// <summary>Identity of a source; 0 for none.</summary>
    public int TagOf(string source) => source.Length == 0 ? 0 : this[source].Tag;

    /// <summary>Whether a unit is confirmed in storage with the source the custody log gives it.</summary>
    public bool IsStored(DeploymentUnit unit) =>
        watch[unit] is { Spool: var spool } && spool >= 0 && spool < unit.Spools && watch.IsStored(unit, TagOf(recorder.MountedOn(unit, spool)));
}
