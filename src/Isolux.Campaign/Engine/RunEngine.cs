using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Engine;

/// <summary>
/// The running interpreter of a plan: works through its steps on a site, keeps a checkpoint after every step, and never calls a source safe that is not
/// confirmed in two ways. Made anew on a journal with a checkpoint it goes on where the last one stopped.
/// </summary>
public sealed class RunEngine
{
    private readonly ExpandedPlan _plan;
    private readonly DetectorDescription _detector;
    private readonly ImmutableArray<DeploymentUnit> _units;
    private readonly ImmutableArray<DeploymentUnit> _unitOfStep;
    private readonly EngineSettings _settings;
    private readonly IProgress<EngineProgress>? _progress;
    private readonly RunRecorder _recorder;
    private readonly SiteWatch _watch;
    private readonly SourceHandler _handler;
    private DeploymentUnit _active;

    /// <summary>An engine for one plan.</summary>
    /// <param name="plan">The plan, every deployment on one unit (<see cref="LoopAssignment"/>).</param>
    /// <param name="detector">The detector, with its house.</param>
    /// <param name="site">Controllers of its units.</param>
    /// <param name="journal">Where documents and checkpoint are kept.</param>
    /// <param name="operator">Who may interrupt.</param>
    /// <param name="settings">How to work; null for the defaults.</param>
    /// <param name="progress">Told at every sign of life.</param>
    /// <exception cref="InvalidSpecificationException">The plan cannot run on this detector, or the checkpoint belongs to another one.</exception>
    public RunEngine(
        ExpandedPlan plan,
        DetectorDescription detector,
        IDeploymentSite site,
        IRunJournal journal,
        IOperator @operator,
        EngineSettings? settings = null,
        IProgress<EngineProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(site);
        (_plan, _detector, _progress) = (plan, detector, progress);
        _settings = settings ?? new EngineSettings();
        _units = DeploymentUnit.Of(detector);
        CalibrationHouse house = RunnablePlan.Require(plan, detector, DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime));
        _unitOfStep = [.. plan.Steps.Select(step => LoopAssignment.UnitOf(step, _units))];
        _recorder = new RunRecorder(plan, _units, journal, site.Clock, () => site.Memory);
        _watch = new SiteWatch(site, _units, house, @operator, _settings);
        _handler = new SourceHandler(site, _units, house, _watch, _recorder, _settings, Report);
        _active = _unitOfStep[0];
    }

    /// <summary>Works until the plan is done, the run is ended, or nothing more can be done without a person.</summary>
    public EngineOutcome Run()
    {
        if (_recorder.Checkpoint.Outcome is { } ended)
        {
            return ended;
        }

        if (_recorder.Checkpoint.Ending is not null)
        {
            return Finish(EngineOutcome.Aborted);
        }

        _watch.State = EngineState.Running;
        _watch.Look();
        while (_recorder.Checkpoint.NextStep < _plan.Steps.Length)
        {
            if (_watch.Request != OperatorRequest.None || _watch.Suspension is not null)
            {
                if ((_watch.Request != OperatorRequest.None ? Serve() : Suspend()) is { } outcome)
                {
                    return outcome;
                }

                continue;
            }

            int step = _recorder.Checkpoint.NextStep;
            _active = _unitOfStep[step];
            switch (Execute(_plan.Steps[step]))
            {
                case MotionOutcome.Done:
                    _recorder.StepDone();
                    break;
                case MotionOutcome.Failed:
                    return Rescue($"step {step + 1} failed: {_handler.Failure}");
                default:
                    break;
            }
        }

        return Finish(EngineOutcome.Completed);
    }

    private MotionOutcome Execute(PlanStep step) => step.Kind switch
    {
        StepKind.Deploy => _handler.Deploy(_active, step),
        StepKind.Move => _handler.GoTo(_active, step.Position),
        StepKind.TakeData => TakeData(step),
        _ when _recorder.Checkpoint.Out is null && _handler.IsStored(_active) => MotionOutcome.Done,
        _ => _handler.BringHome(_active),
    };

    // Data that is interrupted, or during which the source moves, is taken anew from the beginning.
    private MotionOutcome TakeData(PlanStep step)
    {
        double neededS = 60.0 * step.DataMinutes;
        for (int attempt = 0; attempt < _settings.MotionAttempts; attempt++)
        {
            if (!_handler.IsAt(_active, step.Position))
            {
                MotionOutcome moved = _handler.GoTo(_active, step.Position);
                if (moved != MotionOutcome.Done)
                {
                    return moved;
                }
            }

            if (!_handler.IsSeenAt(_active, step.Position))
            {
                _recorder.Interruption(_active.Name, "ultrasound sees the source elsewhere");
                return _handler.Fail("ultrasound and cables disagree about the position");
            }

            double liveS = 0.0;
            while (liveS < neededS && _handler.IsAt(_active, step.Position))
            {
                double nextS = Math.Min(_settings.HeartbeatSeconds, neededS - liveS);
                _handler.Cycle(nextS);
                if (_handler.IsInterrupted)
                {
                    return MotionOutcome.Interrupted;
                }

                liveS += nextS;
            }

            if (_handler.IsAt(_active, step.Position) && _watch[_active] is { } status)
            {
                _recorder.Point(step, _active, _active.Swims ? _handler.Located(_active) ?? step.Position : step.Position, status.Encoders, neededS);
                return MotionOutcome.Done;
            }

            _recorder.Interruption(_active.Name, "the source moved or was silent while data was taken");
            if (!_handler.Mend(_active))
            {
                return _handler.IsInterrupted ? MotionOutcome.Interrupted : _handler.Fail("not mended while data was taken");
            }
        }

        return _handler.Fail("no undisturbed data");
    }

    private EngineOutcome? Serve()
    {
        switch (_watch.Request)
        {
            case OperatorRequest.PauseSoon or OperatorRequest.PauseNow:
                return Pause();
            case OperatorRequest.Abort:
                _watch.Clear(OperatorRequest.Abort);
                return Rescue("aborted on request");
            case OperatorRequest.Halt:
                return Halt();
            case OperatorRequest.Leave:
                _handler.StopAll();
                return End(EngineOutcome.Left, string.Empty);
            default:
                _watch.Clear(_watch.Request);
                return null;
        }
    }

    private EngineOutcome? Pause()
    {
        _watch.Clear(_watch.Request);
        _watch.State = EngineState.Paused;
        _handler.StopAll();
        _recorder.Interruption(string.Empty, "paused on request");
        while (_watch.Request is OperatorRequest.None or OperatorRequest.PauseNow or OperatorRequest.PauseSoon)
        {
            _handler.Cycle(_settings.HeartbeatSeconds);
        }

        if (_watch.Request != OperatorRequest.Resume)
        {
            return Serve();
        }

        _watch.Clear(OperatorRequest.Resume);
        return Resume();
    }

    private EngineOutcome? Suspend()
    {
        string cause = _watch.Suspension!;
        _watch.State = EngineState.Suspended;
        _handler.StopAll();
        _recorder.Interruption(string.Empty, $"suspended ({cause})");
        TimeSpan since = _recorder.Elapsed;
        while (_watch.Suspension is not null)
        {
            _handler.Cycle(_settings.HeartbeatSeconds);
            if (_watch.Request is OperatorRequest.Halt or OperatorRequest.Abort or OperatorRequest.Leave or OperatorRequest.PauseNow)
            {
                return Serve();
            }

            if (_recorder.Elapsed - since > TimeSpan.FromMinutes(_settings.SuspensionMinutes))
            {
                return Rescue($"suspended too long ({cause})");
            }
        }

        return Resume();
    }

    // Nothing is taken for granted after an interruption: the plan, every unit, its limits and its position are checked anew.
    private EngineOutcome? Resume()
    {
        if (PlanLimits.Check(_plan, _detector) is [var violation, ..] || _plan.Digest != _recorder.Checkpoint.PlanDigest)
        {
            return Rescue("the plan is no longer valid");
        }

        foreach (DeploymentUnit unit in _units)
        {
            if (!_handler.Mend(unit))
            {
                return _handler.IsInterrupted ? null : Rescue($"{unit.Name} could not be made ready again");
            }
        }

        _recorder.Interruption(string.Empty, "resumed, everything checked anew");
        _watch.State = EngineState.Running;
        return null;
    }

    private EngineOutcome Halt()
    {
        _handler.StopAll();
        foreach (DeploymentUnit unit in _units.Where(unit => !_handler.IsStored(unit)))
        {
            _recorder.Stuck(unit, "halted on request");
        }

        return End(EngineOutcome.Halted, "halted on request");
    }

    private EngineOutcome Rescue(string reason)
    {
        _recorder.Interruption(string.Empty, reason);
        _recorder.Ending(reason);
        _handler.StopAll();
        return Finish(EngineOutcome.Aborted);
    }

    // Every unit is confirmed in storage, brought home, or declared stuck.
    private EngineOutcome Finish(EngineOutcome wished)
    {
        _watch.State = EngineState.Aborting;
        _handler.Homing = true;
        _watch.Look();
        foreach (DeploymentUnit unit in _units.OrderBy(unit => unit.Index == _recorder.Checkpoint.Out ? 0 : 1))
        {
            _active = unit;
            bool isDone = _recorder.Checkpoint.Stuck.Contains(unit.Index) || (_handler.IsStored(unit) && _recorder.Checkpoint.Out != unit.Index);
            if (isDone)
            {
                continue;
            }

            if (_handler.BringHome(unit) != MotionOutcome.Done)
            {
                if (_watch.Request == OperatorRequest.Leave)
                {
                    return End(EngineOutcome.Left, string.Empty);
                }

                _handler.StopAll();
                _recorder.Stuck(unit, _handler.Failure);
            }
        }

        EngineOutcome outcome = _recorder.Checkpoint.Stuck.IsEmpty ? wished : EngineOutcome.Stuck;
        return End(outcome, _recorder.Checkpoint.Ending ?? string.Empty);
    }

    private EngineOutcome End(EngineOutcome outcome, string reason)
    {
        _watch.State = EngineState.Ended;
        _recorder.Stop(outcome, reason);
        return outcome;
    }

    private void Report()
    {
        if (_progress is not null)
        {
            UnitStatus? status = _watch[_active];
            _progress.Report(new EngineProgress(
                _watch.State,
                _recorder.Elapsed,
                _recorder.Checkpoint.NextStep,
                _plan.Steps.Length,
                _recorder.Checkpoint.Points,
                _active.Name,
                _recorder.MountedOn(_active),
                _active.Swims ? _handler.LastSeen : status is { } known ? _active.Kinematics.PositionAt(known.Encoders) : null,
                status));
        }
    }
}
