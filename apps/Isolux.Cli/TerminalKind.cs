namespace Isolux.Cli;

/// <summary>Whether a person watches the messages.</summary>
internal enum TerminalKind
{
    /// <summary>A file or another program.</summary>
    Stream,

    /// <summary>A person: progress bars may redraw.</summary>
    Interactive,
}
