using Isolux.Campaign.Devices;

namespace Isolux.Campaign.Engine;

/// <summary>The attempt under way: it passes time in signs of life, may be interrupted, and says why it failed.</summary>
internal sealed class Attempt(IDeploymentSite site, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Action report)
{
    /// <summary>Why the last attempt failed.</summary>
    public string Failure { get; private set; } = string.Empty;

    /// <summary>Whether only a halt may interrupt: a source on its way home is not held up by bad conditions.</summary>
    public bool Homing { get; set; }

    /// <summary>Whether a person or bad conditions interrupt it.</summary>
    public bool IsInterrupted => watch.Request is OperatorRequest.Halt or OperatorRequest.Leave
        || (!Homing && (watch.Request is OperatorRequest.PauseNow or OperatorRequest.Abort || watch.Suspension is not null));

    /// <summary>One sign of life: time passes, everything is read, progress is told.</summary>
    public void Cycle(double seconds)
    {
        watch.Cycle(seconds, recorder.Elapsed + TimeSpan.FromSeconds(seconds));
        report();
    }

    /// <summary>Waits for something, in signs of life, a short while only: a wrong identity does not become right by waiting.</summary>
    public bool Await(Func<bool> holds)
    {
        for (int i = 0; i < settings.ConfirmationCycles; i++)
        {
            watch.Look();
            if (holds())
            {
                return true;
            }

            if (IsInterrupted)
            {
                return false;
            }

            Cycle(settings.HeartbeatSeconds);
        }

        return false;
    }

    /// <summary>The attempt failed.</summary>
    public MotionOutcome Fail(string why)
    {
        Failure = why;
        return MotionOutcome.Failed;
    }

    /// <summary>How an attempt ends that did not reach what it waited for: interrupted, or else failed.</summary>
    public MotionOutcome InterruptedOrFail(string why) => IsInterrupted ? MotionOutcome.Interrupted : Fail(why);

    /// <summary>When the patience of a motion or a repair that begins now is at its end.</summary>
    public DateTimeOffset Deadline() => site.Clock.GetUtcNow() + TimeSpan.FromMinutes(settings.PatienceMinutes * 3.0);
}
