using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Isolux.Architecture.Tests;

/// <summary>Nothing under src/ touches files, console, wall clock, environment, shared randomness or mutable statics.</summary>
public sealed partial class PurityTests
{
    [Fact]
    public void Sources_use_nothing_of_the_machine()
    {
        List<string> violations = [];
        foreach (string file in Repository.CSharpFiles("src"))
        {
            string code = SourceCode.WithoutCommentsAndStrings(File.ReadAllText(file));
            violations.AddRange(Forbidden().Matches(code)
                .Where(match => match.Value != "Environment.NewLine")
                .Select(match => $"{Repository.Relative(file)}:{SourceCode.LineOf(code, match.Index)} {match.Value}"));
        }

        Assert.Empty(violations);
    }

    [Fact]
    public void The_scan_sees_code_but_neither_comments_nor_strings()
    {
        const string Text = "// Console.Write\nvar s = \"File.Open\"; /* DateTime.Now */\nConsole.WriteLine(s);";
        Match found = Assert.Single(Forbidden().Matches(SourceCode.WithoutCommentsAndStrings(Text)));
        Assert.Equal("Console.", found.Value);
    }

    [Fact]
    public void No_static_field_is_mutable()
    {
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        IEnumerable<string> mutable = Libraries.All
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !Generated(type))
            .SelectMany(type => type.GetFields(Statics))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(mutable);
    }

    private static bool Generated(Type type) => type.Name.Contains('<', StringComparison.Ordinal) || type.IsDefined(typeof(CompilerGeneratedAttribute));

    [GeneratedRegex(
        @"\b(File|Directory|FileInfo|DirectoryInfo|FileStream|StreamReader|StreamWriter)\b\s*[.(]|\bConsole\.|\bEnvironment\.\w+|\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bnew\s+Random\b|\bRandom\.Shared\b|\bThread\.Sleep\b|\bStopwatch\b|\bTimeProvider\.System\b|\bPath\.GetTemp")]
    private static partial Regex Forbidden();
}
