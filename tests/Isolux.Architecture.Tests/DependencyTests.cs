using System.Xml.Linq;
using NetArchTest.Rules;
using Xunit;

namespace Isolux.Architecture.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Every_library_is_known_to_the_rules()
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder)["Isolux.".Length..]);
        Assert.Empty(folders.Except(Libraries.MayReference.Keys));
        Assert.NotEmpty(Libraries.All);
    }

    [Fact]
    public void Arrows_point_up_and_no_stage_sees_another()
    {
        List<string> violations = [];
        foreach (string project in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            string name = Path.GetFileNameWithoutExtension(project)["Isolux.".Length..];
            violations.AddRange(XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Isolux.".Length..])
                .Except(Libraries.MayReference[name])
                .Select(reference => $"{name} references {reference}"));
        }

        Assert.Empty(violations);
    }

    [Fact]
    public void Types_use_only_what_their_library_may_see()
    {
        foreach (var assembly in Libraries.All)
        {
            string name = assembly.GetName().Name!["Isolux.".Length..];
            string[] forbidden = [.. Libraries.MayReference.Keys.Append("Storage").Append("Reporting").Append("SimulatedHardware").Append("Cli")
                .Except(Libraries.MayReference[name]).Where(other => other != name).Select(other => "Isolux." + other)];
            NetArchTest.Rules.TestResult result = Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
            Assert.True(result.IsSuccessful, $"{name}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    [Fact]
    public void Every_package_has_a_reason_in_the_architecture_document()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        IEnumerable<string> packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);
        Assert.All(packages, package => Assert.Contains($"| {package} |", document, StringComparison.Ordinal));
    }

    [Fact]
    public void The_independent_reader_of_event_files_serves_tests_only()
    {
        IEnumerable<string> users = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(project => XDocument.Load(project).Descendants("PackageReference").Any(package => package.Attribute("Include")!.Value.StartsWith("DuckDB", StringComparison.Ordinal)))
            .Select(project => Path.GetRelativePath(Repository.Root, project));
        Assert.Equal([Path.Combine("tests", "Isolux.Tests", "Isolux.Tests.csproj")], users);
    }
}
