namespace Isolux.Campaign.Kinematics;

/// <summary>What says where the source of a unit is.</summary>
public enum PositionBasis
{
    /// <summary>The lengths of its cables.</summary>
    Cables,

    /// <summary>Ultrasound: the umbilical is slack and says only how far away the source can be.</summary>
    Ultrasound,
}
