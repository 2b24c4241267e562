using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>
/// Brings sources from storage to their points and home again: it only ever asks; whether something may happen is decided by the controllers. Its parts:
/// <see cref="SourceStorage"/>, <see cref="SourceLocator"/>, <see cref="UnitRecovery"/>, <see cref="SourceExchange"/>, <see cref="SourceMotion"/>.
/// </summary>
internal sealed class SourceHandler
{
    private readonly IDeploymentSite _site;
    private readonly ImmutableArray<DeploymentUnit> _units;
    private readonly RunRecorder _recorder;
    private readonly Attempt _attempt;
    private readonly SourceStorage _storage;
    private readonly SourceLocator _locator;
    private readonly UnitRecovery _recovery;
    private readonly SourceExchange _exchange;
    private readonly SourceMotion _motion;

    public SourceHandler(
        IDeploymentSite site, ImmutableArray<DeploymentUnit> units, CalibrationHouse house, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Action report)
    {
        (_site, _units, _recorder) = (site, units, recorder);
        _attempt = new Attempt(site, watch, recorder, settings, report);
        _storage = new SourceStorage(house, watch, recorder);
        _locator = new SourceLocator(site, watch, settings);
        _recovery = new UnitRecovery(site, watch, recorder, settings, _attempt, _storage, _locator);
        _exchange = new SourceExchange(site, house, watch, recorder, settings, _attempt, _storage);
        _motion = new SourceMotion(site, watch, recorder, settings, _attempt, _locator, _recovery);
    }

    /// <inheritdoc cref="Attempt.Failure"/>
    public string Failure => _attempt.Failure;

    /// <inheritdoc cref="Attempt.Homing"/>
    public bool Homing
    {
        get => _attempt.Homing;
        set => _attempt.Homing = value;
    }

    /// <inheritdoc cref="Attempt.IsInterrupted"/>
    public bool IsInterrupted => _attempt.IsInterrupted;

    /// <inheritdoc cref="SourceLocator.LastSeen"/>
    public Position? LastSeen => _locator.LastSeen;

    /// <summary>Brings the source of a step from storage to its first point.</summary>
    public MotionOutcome Deploy(DeploymentUnit unit, PlanStep step)
    {
        if (_recorder.Checkpoint.Out != unit.Index)
        {
            MotionOutcome exchanged = _exchange.Exchange(unit, _storage[step.Source]);
            if (exchanged != MotionOutcome.Done)
            {
                return exchanged;
            }

            if (!_attempt.Await(() => _units.All(IsStored)))
            {
                return _attempt.InterruptedOrFail("a unit is not confirmed in storage");
            }

            _recorder.Deployed(unit);
        }

        return GoTo(unit, step.Position);
    }

    /// <summary>Brings the source of a unit home and confirms it there in two ways.</summary>
    public MotionOutcome BringHome(DeploymentUnit unit)
    {
        MotionOutcome outcome = GoTo(unit, unit.Kinematics.Park);
        if (outcome != MotionOutcome.Done)
        {
            return outcome;
        }

        if (!_attempt.Await(() => IsStored(unit)))
        {
            return _attempt.InterruptedOrFail("switch and identity do not confirm the storage position");
        }

        _recorder.Stored(unit);
        return MotionOutcome.Done;
    }

    /// <summary>Stops every unit.</summary>
    public void StopAll()
    {
        foreach (DeploymentUnit unit in _units)
        {
            _site.Send(new DeviceCommand(DeviceCommandKind.Stop, unit.Index));
        }
    }

    /// <inheritdoc cref="Attempt.Cycle"/>
    public void Cycle(double seconds) => _attempt.Cycle(seconds);

    /// <inheritdoc cref="Attempt.Fail"/>
    public MotionOutcome Fail(string why) => _attempt.Fail(why);

    /// <inheritdoc cref="SourceStorage.IsStored"/>
    public bool IsStored(DeploymentUnit unit) => _storage.IsStored(unit);

    /// <inheritdoc cref="SourceLocator.Located"/>
    public Position? Located(DeploymentUnit unit) => _locator.Located(unit);

    /// <inheritdoc cref="SourceLocator.IsAt"/>
    public bool IsAt(DeploymentUnit unit, Position position) => _locator.IsAt(unit, position);

    /// <inheritdoc cref="SourceLocator.IsSeenAt"/>
    public bool IsSeenAt(DeploymentUnit unit, Position position) => _locator.IsSeenAt(unit, position);

    /// <inheritdoc cref="UnitRecovery.Mend"/>
    public bool Mend(DeploymentUnit unit) => _recovery.Mend(unit);

    /// <inheritdoc cref="SourceMotion.GoTo"/>
    public MotionOutcome GoTo(DeploymentUnit unit, Position target) => _motion.GoTo(unit, target);
}
