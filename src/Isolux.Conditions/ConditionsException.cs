namespace Isolux.Conditions;

/// <summary>A request the conditions refuse, or a store they cannot use. The message is one sentence: problem (why) what to do.</summary>
public sealed class ConditionsException : Exception
{
    /// <summary>A refusal in one sentence.</summary>
    public ConditionsException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal in one sentence, with what caused it.</summary>
    public ConditionsException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
