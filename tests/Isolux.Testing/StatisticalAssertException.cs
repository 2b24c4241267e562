namespace Isolux.Testing;

/// <summary>Two results disagree by more than the stated false-alarm probability allows.</summary>
public sealed class StatisticalAssertException(string message) : Exception(message);
