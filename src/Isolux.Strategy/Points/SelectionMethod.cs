namespace Isolux.Strategy.Points;

/// <summary>How calibration points are chosen.</summary>
/// <remarks>
/// | method | knows | use it |
/// |---|---|---|
/// | Random | the response | to compare with the published choice |
/// | SpaceFilling | nothing | where not even a spline is meant |
/// | LeastVariance | how errors of a spline spread | before a detector has been simulated |
/// | LeastResidual | the response and the spline | with a response map |
/// </remarks>
public enum SelectionMethod
{
    /// <summary>The best of many random sets, judged with the simulated response.</summary>
    Random,

    /// <summary>Greedy space filling in the plane, blind to the response.</summary>
    SpaceFilling,

    /// <summary>Greedy least mean variance of the spline over the fiducial volume (A-optimal), blind to the response.</summary>
    LeastVariance,

    /// <summary>Greedy least residual non-uniformity of the simulated response, then exchange of points while that helps.</summary>
    LeastResidual,
}
