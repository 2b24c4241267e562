using Isolux.Quantities;

namespace Isolux.Events.Reconstructed;

/// <summary>Vertex and energy of one event. Numbers of an event that did not converge are the last ones tried and must not be used.</summary>
/// <param name="EventNumber">Number of the event in its run.</param>
/// <param name="Status">How the reconstruction ended.</param>
/// <param name="Vertex">Position of the light.</param>
/// <param name="VertexErrorMm">Standard error of the vertex along x, y and z, root mean square of the three, mm.</param>
/// <param name="Energy">Energy, uniform over the detector.</param>
/// <param name="EnergyErrorMeV">Its statistical error, MeV.</param>
/// <param name="TimeNs">Time of the event since the trigger, ns.</param>
/// <param name="ChargePe">Sum of the calibrated charges, PE.</param>
public readonly record struct ReconstructedEvent(
    uint EventNumber,
    RecoStatus Status,
    Position Vertex,
    double VertexErrorMm,
    VisibleEnergy Energy,
    double EnergyErrorMeV,
    double TimeNs,
    double ChargePe);
