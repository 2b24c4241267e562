namespace Isolux.Events.Reconstructed;

/// <summary>How the reconstruction of one event ended.</summary>
public enum RecoStatus
{
    /// <summary>A maximum of the likelihood inside the allowed volume.</summary>
    Converged = 0,

    /// <summary>Too few hits to place a vertex.</summary>
    TooFewHits = 1,

    /// <summary>The maximisation ended without meeting its tolerance.</summary>
    NotConverged = 2,

    /// <summary>The likelihood is largest at the edge of the allowed volume.</summary>
    AtBoundary = 3,
}
