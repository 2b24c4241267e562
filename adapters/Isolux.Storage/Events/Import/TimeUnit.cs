namespace Isolux.Storage.Events.Import;

/// <summary>What a user's times are counted in.</summary>
public enum TimeUnit
{
    /// <summary>Nanoseconds.</summary>
    Ns,

    /// <summary>Microseconds.</summary>
    Us,

    /// <summary>Milliseconds.</summary>
    Ms,

    /// <summary>Seconds.</summary>
    S,
}
