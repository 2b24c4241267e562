namespace Isolux.Cli;

/// <summary>The command line asks for something that cannot be; the message is the sentence shown: problem (why) what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
