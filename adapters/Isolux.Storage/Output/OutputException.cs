namespace Isolux.Storage.Output;

/// <summary>Results cannot go where the user wants them. The message is one sentence: problem (why it is one) what to do.</summary>
public sealed class OutputException : Exception
{
    /// <summary>One sentence for the user.</summary>
    public OutputException(string message)
        : base(message)
    {
    }

    internal static OutputException NotWritable(string folder) =>
        new($"the folder {folder} cannot be written to (results would be lost) choose another folder or give write permission.");
}
