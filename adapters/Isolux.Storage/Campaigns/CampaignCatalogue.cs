using Isolux.Detector;

namespace Isolux.Storage.Campaigns;

/// <summary>Finds campaigns: a file, or a name looked for as <c>campaigns/NAME.json</c> from the program and from the current directory upwards.</summary>
public static class CampaignCatalogue
{
    private const string Catalogue = "campaigns";

    /// <summary>The file of a campaign.</summary>
    /// <param name="nameOrFile">A name of the catalogue ("weekly") or the path of a file.</param>
    /// <exception cref="InvalidSpecificationException">There is none.</exception>
    public static string Find(string nameOrFile)
    {
        if (File.Exists(nameOrFile))
        {
            return nameOrFile;
        }

        string[] folders = [.. Folders().Distinct()];
        return folders.Select(f => Path.Combine(f, nameOrFile + ".json")).FirstOrDefault(File.Exists)
            ?? throw new InvalidSpecificationException(new SpecificationFault(
                nameOrFile,
                "the campaign",
                null,
                "there is no file and no campaign of this name",
                "known campaigns are " + string.Join(", ", folders.SelectMany(f => Directory.EnumerateFiles(f, "*.json")).Select(Path.GetFileNameWithoutExtension).Distinct().Order())));
    }

    private static IEnumerable<string> Folders()
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string catalogue = Path.Combine(folder.FullName, Catalogue);
                if (Directory.Exists(catalogue))
                {
                    yield return catalogue;
                }
            }
        }
    }
}
