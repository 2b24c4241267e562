namespace Isolux.SimulatedHardware.Faults;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Unit">Index of the unit it concerns, modulo their number; without meaning for faults of the site.</param>
/// <param name="AtMinutes">When it begins, min since the start of the site.</param>
/// <param name="DurationMinutes">How long it lasts, min; without meaning where it happens at once.</param>
/// <param name="Magnitude">How much, see <see cref="FaultKind"/>.</param>
public sealed record Fault(FaultKind Kind, int Unit, double AtMinutes, double DurationMinutes, double Magnitude)
{
    internal double BeginS => 60.0 * AtMinutes;

    internal double EndS => 60.0 * (AtMinutes + DurationMinutes);

    internal bool IsActiveAt(double timeS) => timeS >= BeginS && timeS < EndS;
}
