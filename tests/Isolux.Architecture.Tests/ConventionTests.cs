using System.Text.RegularExpressions;
using Xunit;

namespace Isolux.Architecture.Tests;

public sealed partial class ConventionTests
{
    private static readonly string[] VagueWords = ["Manager", "Helper", "Utils", "Util", "Common", "Base"];

    [Fact]
    public void Classes_are_sealed_abstract_or_static()
    {
        Assert.Empty(Libraries.All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.FullName));
    }

    [Fact]
    public void Names_say_what_a_type_is()
    {
        Assert.Empty(Libraries.All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => VagueWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal) || type.Namespace?.Split('.').Contains(word) == true))
            .Select(type => type.FullName));
    }

    [Fact]
    public void A_file_holds_one_public_type_of_its_name()
    {
        List<string> violations = [];
        foreach (string file in Repository.CSharpFiles("src", "adapters"))
        {
            string code = SourceCode.WithoutCommentsAndStrings(File.ReadAllText(file));
            string[] types = [.. PublicType().Matches(code).Select(match => match.Groups["name"].Value)];
            string name = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (types.Length > 1 || (types.Length == 1 && types[0] != name))
            {
                violations.Add($"{Repository.Relative(file)}: {string.Join(", ", types)}");
            }
        }

        Assert.Empty(violations);
    }

    [Fact]
    public void No_file_is_longer_than_800_lines() =>
        Assert.Empty(Repository.CSharpFiles("src", "adapters", "apps", "tests")
            .Where(file => File.ReadLines(file).Count() > 800)
            .Select(Repository.Relative));

    [Fact]
    public void No_code_knows_a_detector_by_name()
    {
        string[] names = [.. Directory.Exists(Path.Combine(Repository.Root, "detectors"))
            ? Directory.EnumerateDirectories(Path.Combine(Repository.Root, "detectors")).Select(folder => Path.GetFileName(folder)!)
            : []];
        Regex known = new(@"(?i)juno" + string.Concat(names.Select(name => "|\"" + Regex.Escape(name) + "\"")));
        Assert.Empty(Repository.CSharpFiles("src")
            .Select(file => (File: file, Match: known.Match(SourceCode.WithoutComments(File.ReadAllText(file)))))
            .Where(found => found.Match.Success)
            .Select(found => $"{Repository.Relative(found.File)}: {found.Match.Value}"));
    }

    [Fact]
    public void Nothing_is_left_to_do_in_comments() => AssertNowhere(Leftover(), Repository.CSharpFiles("src", "adapters", "apps", "tests"));

    [Fact]
    public void The_repository_speaks_of_itself_alone() => AssertNowhere(Foreign(), Repository.TextFiles());

    private static void AssertNowhere(Regex words, IEnumerable<string> files)
    {
        List<string> violations = [];
        foreach (string file in files.Where(file => Path.GetFileName(file) != "ConventionTests.cs"))
        {
            string text = File.ReadAllText(file);
            violations.AddRange(words.Matches(text).Select(match => $"{Repository.Relative(file)}:{SourceCode.LineOf(text, match.Index)} {match.Value}"));
        }

        Assert.Empty(violations);
    }

    [GeneratedRegex(@"^(public|file public)\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex Leftover();

    // Machine paths, registry hosts, and words of the tools a text was written with.
    [GeneratedRegex(@"(?<![\w.$}~/])/(work|home|Users|mnt|opt)/\w+|\bC:\\\w+|\bapi\.nuget\.org|\bregistry\.npmjs\.org|\bpypi\.org|(?i:\bclaude\b|\bchatgpt\b|\bllm\b|\bAI agent\b|\bthis workplace\b|\bsystem prompt\b|\bthe brief\b)")]
    private static partial Regex Foreign();
}
