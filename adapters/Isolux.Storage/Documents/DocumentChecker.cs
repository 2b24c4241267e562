using System.Collections.Immutable;
using Isolux.Detector;

namespace Isolux.Storage.Documents;

/// <summary>Validates a user's document of whatever kind it is; the first kind that recognises it decides.</summary>
public sealed class DocumentChecker(ImmutableArray<DocumentKind> kinds)
{
    /// <summary>Checks a file or folder and says in one sentence what it holds.</summary>
    /// <exception cref="InvalidSpecificationException">It does not exist, no kind recognises it, or it is wrong.</exception>
    public string Check(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new InvalidSpecificationException(new SpecificationFault(path, "the document", null, "it does not exist", "check the name"));
        }

        DocumentKind? kind = kinds.FirstOrDefault(k => k.Recognises(path));
        return kind is not null
            ? kind.Check(path)
            : throw new InvalidSpecificationException(new SpecificationFault(
                path, "the document", null, "it is of no known kind", "known kinds are " + string.Join(", ", kinds.Select(k => k.Name))));
    }
}
