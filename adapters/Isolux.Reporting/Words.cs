using System.Text;

namespace Isolux.Reporting;

/// <summary>Names of documents and programs as a reader says them.</summary>
internal static class Words
{
    /// <summary><c>liquidScintillator</c> becomes <c>liquid scintillator</c>.</summary>
    public static string FromCamelCase(string name)
    {
        var words = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            words.Append(startsWord ? " " : string.Empty).Append(startsWord ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString();
    }

    /// <summary><c>central-ibd</c> becomes <c>Central IBD</c>.</summary>
    public static string FromKebabCase(string name)
    {
        string words = name.Replace('-', ' ').Replace("ibd", "IBD");
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
