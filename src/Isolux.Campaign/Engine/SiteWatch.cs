using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Engine;

/// <summary>The host's signs of life: at every one it reads all units and conditions and asks the operator.</summary>
internal sealed class SiteWatch
{
    private readonly IDeploymentSite _site;
    private readonly IOperator _operator;
    private readonly EngineSettings _settings;
    private readonly UnitStatus?[] _statuses;
    private readonly Suspender _oxygen;
    private readonly Suspender _radon;
    private readonly Suspender _dataAcquisition;
    private readonly Suspender _highVoltage;

    public SiteWatch(IDeploymentSite site, ImmutableArray<DeploymentUnit> units, CalibrationHouse house, IOperator @operator, EngineSettings settings)
    {
        (_site, _operator, _settings) = (site, @operator, settings);
        _statuses = new UnitStatus?[units.Length];
        TimeSpan hold = TimeSpan.FromMinutes(settings.HoldMinutes);
        _oxygen = new Suspender("oxygen", house.Oxygen.Maximum, house.Oxygen.ReleaseFraction, hold);
        _radon = new Suspender("radon", house.Radon.Maximum, house.Radon.ReleaseFraction, hold);
        _dataAcquisition = new Suspender("data acquisition", 0.5, 1.0, hold);
        _highVoltage = new Suspender("high voltage", 0.5, 1.0, hold);
    }

    public EngineState State { get; set; }

    /// <summary>The request that waits to be served; the engine clears it.</summary>
    public OperatorRequest Request { get; private set; }

    /// <summary>What suspends the work; null where nothing does.</summary>
    public string? Suspension => Suspending(_oxygen) ?? Suspending(_radon) ?? Suspending(_dataAcquisition) ?? Suspending(_highVoltage);

    public UnitStatus? this[DeploymentUnit unit] => _statuses[unit.Index];

    public void Clear(OperatorRequest request)
    {
        if (Request == request)
        {
            Request = OperatorRequest.None;
        }
    }

    /// <summary>Lets time pass and looks around.</summary>
    public void Cycle(double seconds, TimeSpan elapsed)
    {
        _site.Wait(TimeSpan.FromSeconds(seconds));
        Look();
        OperatorRequest request = _operator.Poll(State, elapsed);
        if (request != OperatorRequest.None && !(request == OperatorRequest.Resume && State != EngineState.Paused))
        {
            Request = request;
        }
    }

    /// <summary>Reads everything without letting time pass.</summary>
    public void Look()
    {
        for (int i = 0; i < _statuses.Length; i++)
        {
            _statuses[i] = _site.Read(i);
        }

        if (_site.ReadConditions() is { } conditions)
        {
            DateTimeOffset now = _site.Clock.GetUtcNow();
            _oxygen.Update(conditions.OxygenPpm, now);
            _radon.Update(conditions.RadonMBqPerM3, now);
            _dataAcquisition.Update(conditions.DataAcquisition == ServiceState.Up ? 0.0 : 1.0, now);
            _highVoltage.Update(conditions.HighVoltage == ServiceState.Up ? 0.0 : 1.0, now);
        }
    }

    /// <summary>Whether storage is confirmed in two independent ways: the switch, and the identity that only the storage position can read.</summary>
    public bool IsStored(DeploymentUnit unit, int tag) =>
        this[unit] is { ParkSwitch: SwitchState.Closed, Motion: not DriveMotion.Moving } status && status.ParkTag == tag
        && (tag != 0 || Math.Abs(status.Wheels.FirstMm) <= 10.0 * _settings.ArrivedMm);

    private static string? Suspending(Suspender suspender) => suspender.IsSuspending ? suspender.Name : null;
}
