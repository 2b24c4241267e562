using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Storage.Documents;

namespace Isolux.Storage.DataSets;

/// <summary>
/// Finds and reads a data set: a JSON document with the CSV tables it names. A name is looked for as <c>datasets/NAME/dataset.json</c> from the program and
/// from the current directory upwards.
/// </summary>
public static class DataSetFile
{
    /// <summary>Name of the document in a data set's folder.</summary>
    public const string MainFile = "dataset.json";

    private const string Catalogue = "datasets";

    /// <summary>Reads and checks a data set.</summary>
    /// <param name="nameOrFile">A name of the catalogue, a folder or a document.</param>
    /// <exception cref="InvalidSpecificationException">There is none, or it is wrong.</exception>
    public static CalibrationDataSet Read(string nameOrFile)
    {
        string file = Find(nameOrFile);
        DataSetDocument document = StrictJson.Read<DataSetDocument>(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        ImmutableDictionary<string, DataTable> tables = TableNames(document)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(name => name, name => CsvTable.ReadNumbers(Path.Combine(folder, name)), StringComparer.Ordinal);
        return new DataSetBuilder(document, tables, file).Build();
    }

    /// <summary>The document of a data set.</summary>
    /// <exception cref="InvalidSpecificationException">There is none.</exception>
    public static string Find(string nameOrFile)
    {
        if (File.Exists(nameOrFile))
        {
            return nameOrFile;
        }

        IEnumerable<string> folders = Catalogues().Select(catalogue => Path.Combine(catalogue, nameOrFile)).Prepend(nameOrFile);
        return folders.Select(folder => Path.Combine(folder, MainFile)).FirstOrDefault(File.Exists)
            ?? throw new InvalidSpecificationException(new SpecificationFault(
                nameOrFile, "the data set", null, "there is no file and no data set of this name", "known data sets are " + string.Join(", ", KnownNames())));
    }

    /// <summary>Names of the data sets in the catalogue.</summary>
    public static ImmutableArray<string> KnownNames() =>
    [
        .. Catalogues().SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, MainFile)))
            .Select(folder => Path.GetFileName(folder)!)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> TableNames(DataSetDocument document)
    {
        if (document.NonLinearity is not { } measured)
        {
            return [];
        }

        PublishedCurvesDocument? published = measured.Published;
        return new[] { measured.BetaSpectrum?.Table, published?.GammaScintillation, published?.GammaFull, published?.ElectronFull, published?.PositronFull }.OfType<string>();
    }

    private static IEnumerable<string> Catalogues()
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
