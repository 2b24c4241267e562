namespace Isolux.Campaign.Engine;

/// <summary>How an attempt to do something with a source ended.</summary>
internal enum MotionOutcome
{
    Done,
    Interrupted,
    Failed,
}
