using System.Text.RegularExpressions;

namespace Isolux.Architecture.Tests;

/// <summary>C# text without its comments (and, where asked for, without its strings), line numbers kept.</summary>
internal static partial class SourceCode
{
    public static string WithoutComments(string text) => Tokens().Replace(text, match => match.Value[0] == '/' ? Blank(match.Value) : match.Value);

    public static string WithoutCommentsAndStrings(string text) => Tokens().Replace(text, match => Blank(match.Value));

    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static string Blank(string token) => new('\n', token.Count(c => c == '\n'));

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\"{3}.*?\"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
