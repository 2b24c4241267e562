using System.Collections.Immutable;

namespace Isolux.Strategy.Provenance;

/// <summary>Where an output comes from: everything needed to make it again and to recognise that it is the same.</summary>
public sealed record RunManifest
{
    /// <summary>The version this program writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Version of the format.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>The program, its build and the machine.</summary>
    public required ProgramIdentity Program { get; init; }

    /// <summary>The inputs of the run.</summary>
    public required RunInputs Inputs { get; init; }

    /// <summary>The command line as given, without the program.</summary>
    public required ImmutableArray<string> CommandLine { get; init; }

    /// <summary>When the run ended, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Wall time, s.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Global tag the constants of the run are published under; null where none were.</summary>
    public string? GlobalTag { get; init; }

    /// <summary>Payload ids (SHA-256) of the conditions snapshot that corrected the events, by payload type, in order of type.</summary>
    public required ImmutableSortedDictionary<string, string> ConditionsSnapshot { get; init; }

    /// <summary>Events in and out of each stage.</summary>
    public required ImmutableArray<StageCount> Counts { get; init; }

    /// <summary>SHA-256 (hex) of the files written that must come out the same again, by name.</summary>
    public required ImmutableSortedDictionary<string, string> Outputs { get; init; }
}
