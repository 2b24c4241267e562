using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Devices;

/// <summary>One command to the controller of a unit. All of them may be repeated without harm: targets are absolute.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Target">Target of a motion.</param>
/// <param name="Lengths">Limits or reference.</param>
/// <param name="Tag">Identity of a source.</param>
/// <param name="Spool">Spool of a turntable, from 0.</param>
public readonly record struct DeviceCommand(DeviceCommandKind Kind, int Unit, Position Target = default, CableLengths Lengths = default, int Tag = 0, int Spool = 0);
