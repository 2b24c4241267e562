using System.Collections.Immutable;

namespace Isolux.Detector;

/// <summary>A user's document is wrong. The message is one sentence per fault: problem (why it is one) what to do.</summary>
public sealed class InvalidSpecificationException : Exception
{
    /// <summary>One fault.</summary>
    public InvalidSpecificationException(SpecificationFault fault)
        : this([fault])
    {
    }

    /// <summary>All faults of meaning found in one document.</summary>
    public InvalidSpecificationException(ImmutableArray<SpecificationFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(f => f.ToString()))) => Faults = faults;

    /// <summary>What is wrong, in document order.</summary>
    public ImmutableArray<SpecificationFault> Faults { get; }
}
