namespace Isolux.Strategy.Response;

/// <summary>Which point a response belongs to.</summary>
internal enum ResponseAnchor
{
    /// <summary>The true vertex.</summary>
    Vertex,

    /// <summary>The light-weighted mean position of whole events, which lies inside the vertex near the boundary.</summary>
    LightCentre,
}
