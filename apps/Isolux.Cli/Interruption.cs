using System.Runtime.InteropServices;

namespace Isolux.Cli;

/// <summary>Turns Ctrl-C and SIGTERM into cancellation; a second signal ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated));
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Exit code of the signal that came first.</summary>
    public ExitCode ExitCode { get; private set; } = ExitCode.Interrupted;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, ExitCode code)
    {
        if (_source.IsCancellationRequested)
        {
            Environment.Exit((int)code);
        }

        ExitCode = code;
        context.Cancel = true;
        _source.Cancel();
    }
}
