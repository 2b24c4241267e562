namespace Isolux.Tests.Cli;

/// <summary>What a command line printed and how it ended.</summary>
public sealed record CommandOutcome(int ExitCode, string Output, string Error);
