namespace Isolux.Cli;

/// <summary>What the shell is told.</summary>
internal enum ExitCode
{
    Done = 0,
    Failed = 1,
    BadInput = 2,
    Interrupted = 130,
    Terminated = 143,
}
