using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Quantities;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>A simulated site whose invariants are checked after every message, and the journal of a run in memory, whose claims are checked against the truth.</summary>
public sealed class CheckedSite : IDeploymentSite, IRunJournal
{
    private const double KnownMm = 100.0;
    private const double SilenceToleranceS = 1e-6;
    private const double OutermostMm = 17_860.0;
    private const double LowerEndOfChimneyMm = 17_600.0;
    private readonly SimulatedSite _site;
    private readonly ImmutableArray<DeploymentUnit> _units;
    private readonly ImmutableDictionary<string, int> _tags;
    private readonly Queue<Fault> _kills;
    private readonly HashSet<string> _stuck = [];
    private Checkpoint? _checkpoint;
    private long _checked = -1;

    /// <summary>Checks a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="detector">The detector.</param>
    /// <param name="faults">Its faults: those that kill the host are done here.</param>
    public CheckedSite(SimulatedSite site, DetectorDescription detector, ImmutableArray<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(detector);
        (_site, _units) = (site, DeploymentUnit.Of(detector));
        _tags = detector.House?.Inventory.ToImmutableDictionary(stored => stored.Source, stored => stored.Tag) ?? ImmutableDictionary<string, int>.Empty;
        _kills = new Queue<Fault>(faults.Where(fault => fault.Kind == FaultKind.HostKilled).OrderBy(fault => fault.AtMinutes));
    }

    /// <summary>The first invariant that was broken, with when and where; null where all hold.</summary>
    public (Invariant Invariant, string Where)? Broken { get; private set; }

    /// <summary>Messages so far.</summary>
    public long Messages { get; private set; }

    /// <summary>Points in the record of the run, by step.</summary>
    public List<int> PointSteps { get; } = [];

    /// <summary>How long a killed host stays away.</summary>
    public TimeSpan Downtime { get; private set; }

    /// <inheritdoc/>
    public TimeProvider Clock => _site.Clock;

    /// <inheritdoc/>
    public string Memory => string.Empty;

    /// <inheritdoc/>
    public UnitStatus? Read(int unit)
    {
        UnitStatus? status = _site.Read(unit);
        Check();
        return status;
    }

    /// <inheritdoc/>
    public SiteConditions? ReadConditions()
    {
        SiteConditions? conditions = _site.ReadConditions();
        Check();
        return conditions;
    }

    /// <inheritdoc/>
    public Position? ReadUltrasonic(int unit)
    {
        Position? fix = _site.ReadUltrasonic(unit);
        Check();
        return fix;
    }

    /// <inheritdoc/>
    public CommandReply Send(in DeviceCommand command)
    {
        CommandReply reply = _site.Send(command);
        Check();
        return reply;
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan time)
    {
        _site.Wait(time);
        Check();
        if (_kills.TryPeek(out Fault? kill) && kill.BeginS <= _site.NowSeconds)
        {
            Downtime = TimeSpan.FromMinutes(_kills.Dequeue().DurationMinutes);
            throw new HostKilledException();
        }
    }

    /// <summary>Time passes without a host.</summary>
    public void WaitAlone()
    {
        _site.Wait(Downtime);
        Check();
    }

    /// <inheritdoc/>
    public Checkpoint? Load() => _checkpoint;

    /// <inheritdoc/>
    public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents)
    {
        _checkpoint = checkpoint;
        foreach (RunDocument document in documents)
        {
            switch (document)
            {
                case PointEvent point:
                    PointSteps.Add(point.Step);
                    break;
                case CustodyEvent { Action: CustodyAction.Stuck } stuck:
                    _stuck.Add(stuck.Unit);
                    break;
                case CustodyEvent { Action: CustodyAction.Deployed } deployed:
                    Require(Invariant.Custody, _site.Truth(UnitOf(deployed).Index).Tag == _tags[deployed.Source], deployed.Unit);
                    break;
                case CustodyEvent { Action: CustodyAction.Stored } stored:
                    Require(Invariant.ConfirmedStorage, !_site.Truth(UnitOf(stored).Index).IsOut, stored.Unit);
                    break;
                case StopDocument { Outcome: EngineOutcome.Completed or EngineOutcome.Aborted }:
                    Require(Invariant.ConfirmedStorage, _units.All(unit => !IsSourceOut(unit)), "stop");
                    break;
            }
        }
    }

    /// <summary>What must hold when nobody works any more.</summary>
    public void CheckEnd()
    {
        foreach (DeploymentUnit unit in _units)
        {
            Require(Invariant.RetrievedOrStuck, !IsSourceOut(unit) || _stuck.Contains(unit.Name), unit.Name);
        }
    }

    private DeploymentUnit UnitOf(CustodyEvent custody) => _units.First(unit => unit.Name == custody.Unit);

    private bool IsSourceOut(DeploymentUnit unit) => _site.Truth(unit.Index) is { IsOut: true, Tag: not 0 };

    private void Check()
    {
        Messages++;
        if (_site.Changes == _checked)
        {
            return;
        }

        _checked = _site.Changes;
        Require(Invariant.LivingHost, _site.SilentMotionSeconds <= SimulatedSite.DeadManSeconds + SilenceToleranceS, "site");
        int sources = 0;
        foreach (DeploymentUnit unit in _units)
        {
            if (_site.IsAtRestInStorage(unit.Index))
            {
                continue;
            }

            UnitTruth truth = _site.Truth(unit.Index);
            sources += truth is { IsOut: true, Tag: not 0 } ? 1 : 0;
            bool moves = truth.Motion == DriveMotion.Moving;
            Require(Invariant.KnownPosition, !moves || (truth.IsLocated && truth.Cable.LargestDifferenceMm(truth.Believed) <= KnownMm), unit.Name);
            bool inside = truth.Tensions.FirstN >= unit.Drive.MinimumTensionN
                && Math.Max(truth.Tensions.FirstN, truth.Tensions.SecondN) <= unit.Drive.MaximumTensionN;
            Require(Invariant.TensionWindow, inside || (!moves && _site.IsPulled(unit.Index)), FormattableString.Invariant($"{unit.Name} ({truth.Tensions.FirstN:F1} N, {truth.Tensions.SecondN:F1} N)"));
            Require(Invariant.TurntableStill, !truth.IsTurning || !truth.IsOut, unit.Name);
            Require(Invariant.AdmittedSpace, truth.Cable.FirstMm <= unit.Drive.ParkPathMm + KnownMm || truth.Position.ZMm > LowerEndOfChimneyMm || truth.Position.RadiusMm <= OutermostMm, unit.Name);
        }

        Require(Invariant.SingleSource, sources <= 1, "site");
    }

    private void Require(Invariant invariant, bool holds, string where)
    {
        if (!holds && Broken is null)
        {
            Broken = (invariant, FormattableString.Invariant($"{where} at {_site.NowSeconds:F1} s"));
        }
    }
}
