namespace Isolux.Storage.Documents;

/// <summary>A kind of document that can be checked.</summary>
/// <param name="Name">Its name, e.g. "detector".</param>
/// <param name="Recognises">Whether a path (file or folder) is of this kind.</param>
/// <param name="Check">Reads and validates it; returns one sentence about what it holds, throws <see cref="Isolux.Detector.InvalidSpecificationException"/> on a fault.</param>
public sealed record DocumentKind(string Name, Func<string, bool> Recognises, Func<string, string> Check);
