using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Isolux.Cli.Commands;
using Isolux.Cli.Commands.Positioning;
using Isolux.Cli.Commands.Sensitivity;
using Isolux.Cli.Runs;

namespace Isolux.Cli;

/// <summary>The command line: parses, hands over to one verb, and turns every failure into one sentence and an exit code.</summary>
internal sealed class IsoluxApplication(Terminal terminal, Surroundings surroundings, Interruption interruption, CalibrationRun calibrate)
{
    public async Task<int> RunAsync(string[] arguments)
    {
        var context = new CommandContext(terminal, surroundings);
        ParseResult parsed = CreateRoot(context, calibrate).Parse(arguments, new ParserConfiguration { EnablePosixBundling = false });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            return Fail(new UsageException(Sentence(parsed)), false);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Output,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                interruption.Token);
        }
        catch (Exception exception) when (interruption.Token.IsCancellationRequested && IsCancellation(exception))
        {
            terminal.Error.WriteLine("isolux: stopped before the end (by a signal) give the same command again; files written before are intact.");
            return (int)interruption.ExitCode;
        }
        catch (Exception exception)
        {
            return Fail(exception, parsed.GetValue(context.Verbose));
        }
    }

    // Every thread of a parallel loop throws its own.
    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException || (exception is AggregateException several && several.InnerExceptions.All(IsCancellation));

    private static RootCommand CreateRoot(CommandContext context, CalibrationRun calibrate)
    {
        var root = new RootCommand("Isolux, the calibration workbench for large liquid-scintillator detectors.")
        {
            context.Json,
            context.Verbose,
            new ShowVerb(context),
            new CheckVerb(context),
            new SimulateVerb(context),
            new ImportVerb(context),
            new ReconstructVerb(context),
            new CalibrateVerb(context),
            new MonitorVerb(context),
            new PositionVerb(context),
            new SensitivityVerb(context),
            new ConditionsVerb(context),
            new PlanVerb(context),
            new RunVerb(context, calibrate),
            new DeployVerb(context),
            new ValidateVerb(context),
            new ReproduceVerb(context, calibrate),
        };

        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
        }

        return root;
    }

    private int Fail(Exception exception, bool verbose)
    {
        Exception cause = exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
        (ExitCode code, string sentence) = FailureReport.Describe(cause);
        terminal.Error.WriteLine($"isolux: {sentence}");
        if (verbose)
        {
            terminal.Error.WriteLine(cause);
        }

        return (int)code;
    }

    private static string Sentence(ParseResult parsed)
    {
        // A list of allowed values comes on lines of its own.
        string problem = string.Join(' ', parsed.Errors[0].Message.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string verb = string.Join(' ', Path(parsed.CommandResult).Prepend("isolux"));
        return $"{char.ToLowerInvariant(problem[0])}{problem[1..]} (see '{verb} --help' for what it accepts) correct the command line.";
    }

    private static IEnumerable<string> Path(CommandResult result) => result.Parent is CommandResult parent
        ? Path(parent).Append(result.Command.Name)
        : [];
}
