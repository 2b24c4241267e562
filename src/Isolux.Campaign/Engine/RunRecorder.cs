using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Writes the documents of a run and keeps its checkpoint: who has which source, what is done.</summary>
internal sealed class RunRecorder
{
    private readonly ExpandedPlan _plan;
    private readonly ImmutableArray<DeploymentUnit> _units;
    private readonly IRunJournal _journal;
    private readonly TimeProvider _clock;
    private readonly Func<string> _memory;
    private readonly List<RunDocument> _pending = [];
    private Checkpoint _checkpoint;

    public RunRecorder(ExpandedPlan plan, ImmutableArray<DeploymentUnit> units, IRunJournal journal, TimeProvider clock, Func<string> memory)
    {
        (_plan, _units, _journal, _clock, _memory) = (plan, units, journal, clock, memory);
        string digest = plan.Digest;
        if (journal.Load() is { } found)
        {
            _checkpoint = found.PlanDigest == digest
                ? found
                : throw new Detector.InvalidSpecificationException(new Detector.SpecificationFault(
                    "the checkpoint", "$.planDigest", found.PlanDigest, $"it belongs to another plan than {digest}", "resume with the campaign it was begun with"));
            return;
        }

        _checkpoint = new Checkpoint(digest, clock.GetUtcNow(), 0, 0, 0, [.. units.Select(unit => Enumerable.Repeat(string.Empty, unit.Spools).ToImmutableArray())], [.. units.Select(_ => 0)], null, [], null, string.Empty, null);
        Add(new StartDocument(0.0, _checkpoint.Started, plan.Run, plan.Name, plan.Detector, digest, plan.Steps.Length));
        Add(new DescriptorDocument(0.0, "point", ["point", "step", "row", "unit", "source", "xMm [mm]", "yMm [mm]", "zMm [mm]", "firstCableMm [mm]", "secondCableMm [mm]", "liveSeconds [s]", "events"]));
        Add(new DescriptorDocument(0.0, "custody", ["step", "source", "unit", "action", "note"]));
        Add(new DescriptorDocument(0.0, "interruption", ["step", "unit", "cause"]));
        Save();
    }

    public Checkpoint Checkpoint => _checkpoint;

    public TimeSpan Elapsed => _clock.GetUtcNow() - _checkpoint.Started;

    /// <summary>The source on the spool that works.</summary>
    public string MountedOn(DeploymentUnit unit) => MountedOn(unit, _checkpoint.Spools[unit.Index]);

    public string MountedOn(DeploymentUnit unit, int spool) => _checkpoint.Mounted[unit.Index][spool];

    /// <summary>The unit and the spool that hold a source; null where it is in its slot.</summary>
    public (DeploymentUnit Unit, int Spool)? HolderOf(string source)
    {
        foreach (DeploymentUnit unit in _units)
        {
            if (_checkpoint.Mounted[unit.Index].IndexOf(source) is var spool and >= 0)
            {
                return (unit, spool);
            }
        }

        return null;
    }

    /// <summary>A spool stands above the chimney.</summary>
    public void Selected(DeploymentUnit unit, int spool)
    {
        _checkpoint = _checkpoint with { Spools = _checkpoint.Spools.SetItem(unit.Index, spool) };
        Save();
    }

    public void Interruption(string unit, string cause) => Add(new InterruptionEvent(Elapsed.TotalSeconds, _checkpoint.NextStep + 1, unit, cause));

    public void Point(PlanStep step, DeploymentUnit unit, Position position, CableLengths lengths, double liveSeconds)
    {
        _checkpoint = _checkpoint with { Points = _checkpoint.Points + 1 };
        Add(new PointEvent(
            Elapsed.TotalSeconds, _checkpoint.Points, _checkpoint.NextStep + 1, step.Row, unit.Name, step.Source, position.XMm, position.YMm, position.ZMm, lengths.FirstMm, lengths.SecondMm, liveSeconds, step.Events));
    }

    public void Mount(DeploymentUnit unit, StoredSource source)
    {
        Hold(unit, source.Source);
        Custody(unit, source.Source, CustodyAction.Taken, "from slot " + source.Slot);
        Save();
    }

    public void Dismount(DeploymentUnit unit, StoredSource source)
    {
        Hold(unit, string.Empty);
        Custody(unit, source.Source, CustodyAction.Returned, "to slot " + source.Slot);
        Save();
    }

    public void Deployed(DeploymentUnit unit)
    {
        _checkpoint = _checkpoint with { Out = unit.Index };
        Custody(unit, MountedOn(unit), CustodyAction.Deployed, string.Empty);
        Save();
    }

    public void Stored(DeploymentUnit unit)
    {
        _checkpoint = _checkpoint with { Out = null };
        Custody(unit, MountedOn(unit), CustodyAction.Stored, "switch and identity agree");
        Save();
    }

    /// <summary>From now on sources are only brought home, whatever process goes on.</summary>
    public void Ending(string reason) => _checkpoint = _checkpoint with { Ending = reason };

    public void Stuck(DeploymentUnit unit, string why)
    {
        _checkpoint = _checkpoint with { Stuck = _checkpoint.Stuck.Add(unit.Index) };
        Custody(unit, MountedOn(unit), CustodyAction.Stuck, why);
        Save();
    }

    public void StepDone()
    {
        _checkpoint = _checkpoint with { NextStep = _checkpoint.NextStep + 1 };
        Save();
    }

    public void Stop(EngineOutcome outcome, string reason)
    {
        if (outcome != EngineOutcome.Left)
        {
            _checkpoint = _checkpoint with { Outcome = outcome };
            Add(new StopDocument(Elapsed.TotalSeconds, outcome, _checkpoint.Points, reason));
        }

        Save();
    }

    private void Hold(DeploymentUnit unit, string source) => _checkpoint = _checkpoint with
    {
        Mounted = _checkpoint.Mounted.SetItem(unit.Index, _checkpoint.Mounted[unit.Index].SetItem(_checkpoint.Spools[unit.Index], source)),
    };

    private void Custody(DeploymentUnit unit, string source, CustodyAction action, string note) =>
        Add(new CustodyEvent(Elapsed.TotalSeconds, _checkpoint.NextStep + 1, source, unit.Name, action, note));

    private void Add(RunDocument document) => _pending.Add(document);

    private void Save()
    {
        _checkpoint = _checkpoint with { Documents = _checkpoint.Documents + _pending.Count, Memory = _memory() };
        _journal.Save(_checkpoint, [.. _pending]);
        _pending.Clear();
    }
}
