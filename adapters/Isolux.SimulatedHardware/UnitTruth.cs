using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.SimulatedHardware;

/// <summary>What really is, which no host may read.</summary>
/// <param name="Tag">Identity of the source; 0 for none.</param>
/// <param name="Motion">Whether it moves.</param>
/// <param name="Cable">Cable really out.</param>
/// <param name="Believed">Cable the unit believes to be out.</param>
/// <param name="Tensions">Tensions.</param>
/// <param name="Position">Where the source is.</param>
/// <param name="IsLocated">False for a vehicle that swims without ultrasound.</param>
/// <param name="IsTurning">Whether its turntable turns.</param>
public readonly record struct UnitTruth(
    int Tag, Campaign.Devices.DriveMotion Motion, CableLengths Cable, CableLengths Believed, CableTensions Tensions, Position Position, bool IsLocated, bool IsTurning)
{
    private const double StorageMm = 50.0;

    /// <summary>Whether the source, or an empty hook, is out of storage.</summary>
    public bool IsOut => Cable.FirstMm > StorageMm;
}
