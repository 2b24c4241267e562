using System.Collections.Immutable;

namespace Isolux.Strategy.Validation;

/// <summary>One page of evidence.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Method">What was compared with what, and how: one paragraph per element.</param>
/// <param name="Tables">The numbers.</param>
/// <param name="Conclusion">What follows.</param>
public sealed record ValidationPage(string Title, ImmutableArray<string> Method, ImmutableArray<ValidationTable> Tables, string Conclusion);
