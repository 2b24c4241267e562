namespace Isolux.Campaign.Engine;

/// <summary>Suspends above a limit and resumes only after the value has been below a lower one for a while.</summary>
public sealed class Suspender
{
    private readonly double _limit;
    private readonly double _release;
    private readonly TimeSpan _hold;
    private DateTimeOffset? _goodSince;

    /// <summary>A suspender that is not suspending.</summary>
    /// <param name="name">What it watches, for people.</param>
    /// <param name="maximum">Suspends above.</param>
    /// <param name="releaseFraction">Resumes at or below this fraction of the maximum.</param>
    /// <param name="hold">For this long.</param>
    public Suspender(string name, double maximum, double releaseFraction, TimeSpan hold)
    {
        (Name, _limit, _release, _hold) = (name, maximum, releaseFraction * maximum, hold);
    }

    /// <summary>What it watches.</summary>
    public string Name { get; }

    /// <summary>Whether work must rest.</summary>
    public bool IsSuspending { get; private set; }

    /// <summary>Takes note of a value at a time.</summary>
    public void Update(double value, DateTimeOffset now)
    {
        if (value > _limit || double.IsNaN(value))
        {
            IsSuspending = true;
            _goodSince = null;
            return;
        }

        if (!IsSuspending)
        {
            return;
        }

        _goodSince = value <= _release ? _goodSince ?? now : null;
        if (_goodSince is { } since && now - since >= _hold)
        {
            IsSuspending = false;
            _goodSince = null;
        }
    }
}
