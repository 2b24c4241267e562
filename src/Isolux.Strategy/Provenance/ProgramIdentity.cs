namespace Isolux.Strategy.Provenance;

/// <summary>The program that made an output and the machine it ran on.</summary>
public sealed record ProgramIdentity
{
    /// <summary>Version of Isolux.</summary>
    public required string Version { get; init; }

    /// <summary>Commit it was built from; null where it was built outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Runtime and its version.</summary>
    public required string Runtime { get; init; }

    /// <summary>Operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Processor model.</summary>
    public required string Processor { get; init; }

    /// <summary>Widest vector the runtime uses, bits.</summary>
    public required int VectorBits { get; init; }
}
