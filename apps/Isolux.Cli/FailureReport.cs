using Isolux.Conditions;
using Isolux.Detector;
using Isolux.Reporting.Figures;
using Isolux.Storage.Output;

namespace Isolux.Cli;

/// <summary>Turns an exception into an exit code and one sentence.</summary>
internal static class FailureReport
{
    // errno of a full disk and of a quota used up, as the runtime passes them on.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    public static (ExitCode Code, string Sentence) Describe(Exception exception) => exception switch
    {
        UsageException or InvalidSpecificationException or OutputException or ConditionsException => (ExitCode.BadInput, exception.Message),
        FontMissingException => (ExitCode.Failed, exception.Message),
        FileNotFoundException missing => (ExitCode.BadInput, $"the file {missing.FileName} does not exist (it was named as an input) check its name."),
        UnauthorizedAccessException or DirectoryNotFoundException =>
            (ExitCode.BadInput, $"a file or folder cannot be used ({Clause(exception)}) check that it exists and that you may write there."),
        IOException when (exception.HResult & 0xFFFF) is NoSpace or QuotaExceeded =>
            (ExitCode.Failed, $"the disk is full ({Clause(exception)}) free some space and run the same command again."),
        IOException => (ExitCode.Failed, $"reading or writing failed ({Clause(exception)}) check the disk and run the same command again."),
        _ => (ExitCode.Failed, $"the run failed ({Clause(exception)}) run it again with --verbose for the place in the program."),
    };

    private static string Clause(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
