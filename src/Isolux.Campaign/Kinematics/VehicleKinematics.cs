using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>
/// A free vehicle on an umbilical: above the entrance it hangs on the umbilical, below it swims and the umbilical follows with slack. The umbilical then
/// bounds the distance to the entrance; where the vehicle is says ultrasound.
/// </summary>
public sealed class VehicleKinematics : IDeploymentKinematics
{
    private const double MmPerM = 1000.0;
    private const double ToleranceMm = 1.0;

    // Ultrasonic fixes scatter by a centimetre, and the vehicle keeps its place no better.
    private const double PlaceMm = 50.0;
    private const double OpeningMm = 200.0;
    private readonly VehicleSystem _vehicle;
    private readonly CableDrive _drive;

    /// <summary>Kinematics of a vehicle.</summary>
    /// <param name="vehicle">The system.</param>
    /// <param name="drive">Drive of its umbilical; the payload is the vehicle with its source as it hangs in the chimney.</param>
    public VehicleKinematics(VehicleSystem vehicle, CableDrive drive)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        ArgumentNullException.ThrowIfNull(drive);
        (_vehicle, _drive) = (vehicle, drive);
    }

    /// <inheritdoc/>
    public int DriveCount => 1;

    /// <inheritdoc/>
    public PositionBasis Basis => PositionBasis.Ultrasound;

    /// <inheritdoc/>
    public Position Park => new(0.0, 0.0, _vehicle.EntryZMm + _drive.ParkPathMm);

    /// <inheritdoc/>
    public Position Entrance => new(0.0, 0.0, _vehicle.EntryZMm);

    /// <inheritdoc/>
    public CableLengths LengthsAt(Position position) => position.ZMm >= _vehicle.EntryZMm - ToleranceMm
        ? new CableLengths(_drive.ParkPathMm - (position.ZMm - _vehicle.EntryZMm), 0.0)
        : new CableLengths(_drive.ParkPathMm + _vehicle.UmbilicalAtMm(position.RhoMm, position.ZMm), 0.0);

    /// <inheritdoc/>
    /// <remarks>Below the entrance the deepest place that needs so much umbilical: right below.</remarks>
    public Position PositionAt(CableLengths lengths)
    {
        double belowMm = lengths.FirstMm - _drive.ParkPathMm;
        return Entrance with { ZMm = _vehicle.EntryZMm - (belowMm <= ToleranceMm ? belowMm : belowMm / _vehicle.UmbilicalSlackFactor) };
    }

    /// <inheritdoc/>
    /// <remarks>
    /// In the chimney the umbilical carries the vehicle and itself. Below, thrusters carry the vehicle, and the umbilical carries what hangs in the chimney and half of
    /// what is slack below.
    /// </remarks>
    public CableTensions TensionsAt(Position position)
    {
        double outMm = LengthsAt(position).FirstMm;
        return outMm <= _drive.ParkPathMm + ToleranceMm
            ? new CableTensions(_drive.PayloadWeightN + (_drive.CableWeightNPerM * outMm / MmPerM), 0.0)
            : new CableTensions(_drive.CableWeightNPerM * 0.5 * (_drive.ParkPathMm + outMm) / MmPerM, 0.0);
    }

    /// <inheritdoc/>
    public bool Admits(Position position)
    {
        if (_vehicle.Forbidden.Any(region => region.Contains(position.RhoMm, position.ZMm)) || LengthsAt(position).FirstMm > _drive.MaximumCableLengthMm)
        {
            return false;
        }

        bool inChimney = position.RhoMm <= OpeningMm && position.ZMm <= Park.ZMm + ToleranceMm && position.ZMm > -_vehicle.MaximumRadiusMm;
        return inChimney
            || (position.RadiusMm <= _vehicle.MaximumRadiusMm + PlaceMm && _vehicle.UmbilicalAtMm(position.RhoMm, position.ZMm) <= _vehicle.UmbilicalLengthMm + PlaceMm);
    }
}
