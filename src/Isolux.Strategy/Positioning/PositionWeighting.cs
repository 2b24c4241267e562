namespace Isolux.Strategy.Positioning;

/// <summary>Whether the fit of a map knows the position errors of its points.</summary>
internal enum PositionWeighting
{
    /// <summary>Points weigh by their statistical errors alone.</summary>
    Ignored,

    /// <summary>Position errors are added in quadrature.</summary>
    InQuadrature,
}
