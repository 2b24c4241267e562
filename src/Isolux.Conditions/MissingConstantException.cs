namespace Isolux.Conditions;

/// <summary>A constant that no interval of the global tag provides for the run; there is never a default.</summary>
public sealed class MissingConstantException : Exception
{
    /// <summary>Names what is missing.</summary>
    public MissingConstantException(string globalTag, string payloadType, RunNumber run, PayloadTag? tag)
        : base($"Constant '{payloadType}' is missing for {run} in global tag '{globalTag}' ("
            + (tag is { } known ? $"tag '{known.Name}' has no interval there" : "the global tag holds no tag of this type")
            + "); publish one for this run or choose another global tag.")
    {
        GlobalTag = globalTag;
        PayloadType = payloadType;
        Run = run;
        Tag = tag;
    }

    /// <summary>The global tag that was resolved.</summary>
    public string GlobalTag { get; }

    /// <summary>Type name of the missing payload.</summary>
    public string PayloadType { get; }

    /// <summary>The run asked for.</summary>
    public RunNumber Run { get; }

    /// <summary>The tag that has no interval for the run; null where the global tag holds no tag of this type.</summary>
    public PayloadTag? Tag { get; }
}
