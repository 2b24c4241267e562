namespace Isolux.Detector.Documents;

/// <summary>A ring of space no source may enter (cylindrical coordinates, m).</summary>
/// <param name="MinimumRhoM">Inner distance from the axis, m.</param>
/// <param name="MaximumRhoM">Outer distance from the axis, m.</param>
/// <param name="MinimumZM">Lower height, m.</param>
/// <param name="MaximumZM">Upper height, m.</param>
/// <param name="Source">Why nothing may go there.</param>
/// <param name="Assumption">True where nobody published it; reports list it.</param>
public sealed record ForbiddenRegionDocument(
    double MinimumRhoM,
    double MaximumRhoM,
    double MinimumZM,
    double MaximumZM,
    string Source,
    bool Assumption = false);
