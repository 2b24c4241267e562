namespace Isolux.Conditions;

/// <summary>Whether the analysis that made a payload accepted its own result.</summary>
public enum PublicationVerdict
{
    /// <summary>The fit converged and passed its checks.</summary>
    Accepted,

    /// <summary>The fit did not; publication needs a signed override.</summary>
    Rejected,
}
