namespace Isolux.Campaign.Engine;

/// <summary>What an operator asks for.</summary>
public enum OperatorRequest
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Pause after this step.</summary>
    PauseSoon,

    /// <summary>Stop now and pause.</summary>
    PauseNow,

    /// <summary>Go on after a pause.</summary>
    Resume,

    /// <summary>Bring the source home and end.</summary>
    Abort,

    /// <summary>Stop everything as it is and end.</summary>
    Halt,

    /// <summary>Stop, keep a checkpoint and let another process go on.</summary>
    Leave,
}
