using Isolux.Campaign.Kinematics;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>
/// A vehicle that swims where its controller sends it by ultrasound, followed by its umbilical. With many outliers it cannot navigate; being wound in needs no
/// navigation.
/// </summary>
internal sealed class VehicleUnit(DeploymentUnit unit, UnitState state, Interlocks interlocks, IReadOnlyList<Fault> faults)
    : SimulatedUnit(unit, state, interlocks, faults)
{
    private const double InChimneyMm = 1.0;

    /// <summary>Whether the umbilical is so short that the vehicle hangs in the chimney.</summary>
    public bool Hangs(CableLengths cable) => cable.FirstMm <= Unit.Drive.ParkPathMm + InChimneyMm;

    public override bool IsLocated(double timeS) =>
        IsWoundIn || Hangs(Cable(timeS)) || Navigates(timeS);

    /// <summary>Whether ultrasound tells the controller where it swims: of many outliers it makes nothing.</summary>
    public bool Navigates(double timeS) => Active(FaultKind.UltrasonicOutliers, timeS) is null;

    public override bool IsDisturbed(double timeS) => base.IsDisturbed(timeS) || (State.IsMoving && !Navigates(timeS));

    /// <summary>Begins to wind the umbilical in.</summary>
    public void Retrieve(double nowS)
    {
        State.At = PositionAt(nowS);
        State.IsRetrieving = true;
        base.Start(Unit.Kinematics.PositionAt(Encoders(nowS, nowS)), Unit.Kinematics.Park, nowS);
    }

    public override void Start(Position from, Position target, double nowS)
    {
        State.At = PositionAt(nowS);
        State.IsRetrieving = false;
        base.Start(from, target, nowS);
    }

    protected override Position PositionAt(double timeS)
    {
        CableLengths cable = Cable(timeS);
        return Hangs(cable) ? Unit.Kinematics.PositionAt(cable)
            : State.IsMoving && State.IgnoringAt is null ? After(CoveredMm(timeS))
            : State.At;
    }

    protected override double WayMm(Position from, Position target) => State.IsRetrieving
        ? SwimMm + Math.Abs(HangingMm)
        : from.DistanceToMm(target);

    protected override CableLengths MotorAfter(double coveredMm)
    {
        if (!IsWoundIn)
        {
            return State.Motor + Unit.Kinematics.LengthsAt(Unit.Between(State.From, State.To, Fraction(coveredMm))) - Unit.Kinematics.LengthsAt(State.From);
        }

        double leftMm = coveredMm < SwimMm
            ? HangingMm + ((BegunMm - HangingMm) * (1.0 - (coveredMm / SwimMm)))
            : HangingMm - (Math.Sign(HangingMm) * (coveredMm - SwimMm));
        return State.Motor + new CableLengths(leftMm - BegunMm, 0.0);
    }

    protected override void Rest(double coveredMm)
    {
        Position at = State.IgnoringAt is null ? After(coveredMm) : State.At;
        base.Rest(coveredMm);
        State.At = at;
    }

    protected override void Ignore(double nowS)
    {
        Position at = PositionAt(nowS);
        base.Ignore(nowS);
        State.At = at;
    }

    private bool IsWoundIn => State.IsMoving && State.IsRetrieving;

    // Umbilical that the controller counted when it began to wind in.
    private double BegunMm => Unit.Kinematics.LengthsAt(State.From).FirstMm;

    private double HangingMm => Math.Min(BegunMm, Unit.Drive.ParkPathMm);

    private double SwimMm => BegunMm <= Unit.Drive.ParkPathMm + InChimneyMm ? 0.0 : State.At.DistanceToMm(Unit.Kinematics.Entrance);

    // The way really taken: an error of the position believed at the start stays.
    private Position After(double coveredMm)
    {
        if (IsWoundIn)
        {
            return coveredMm < SwimMm ? Unit.Between(State.At, Unit.Kinematics.Entrance, coveredMm / SwimMm) : Unit.Kinematics.Entrance;
        }

        return State.At + (Unit.Between(State.From, State.To, Fraction(coveredMm)) - State.From);
    }

    private double Fraction(double coveredMm) => State.DistanceMm > 0.0 ? coveredMm / State.DistanceMm : 1.0;
}
