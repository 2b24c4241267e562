using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Sensitivity.Data;
using Isolux.Storage.Documents;

namespace Isolux.Storage.DataSets;

/// <summary>Finds and reads a measured prompt spectrum: <c>spectrum.json</c> in a data set's folder, with the CSV tables it names.</summary>
public static class PromptSpectrumFile
{
    /// <summary>Name of the document in a data set's folder.</summary>
    public const string MainFile = "spectrum.json";

    /// <summary>Reads and checks a spectrum.</summary>
    /// <param name="nameOrFile">A name of the catalogue, a folder or a document.</param>
    /// <exception cref="InvalidSpecificationException">There is none, or it is wrong.</exception>
    public static PromptSpectrum Read(string nameOrFile)
    {
        string file = File.Exists(nameOrFile) ? nameOrFile : Path.Combine(Folder(nameOrFile), MainFile);
        if (!File.Exists(file))
        {
            throw new InvalidSpecificationException(new SpecificationFault(file, "the spectrum", null, "the data set holds no prompt spectrum", $"add {MainFile} or choose another data set"));
        }

        PromptSpectrumDocument document = StrictJson.Read<PromptSpectrumDocument>(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        ImmutableDictionary<string, DataTable> tables = PromptSpectrumBuilder.TableNames(document)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(name => name, name => CsvTable.ReadNumbers(Path.Combine(folder, name)), StringComparer.Ordinal);
        return new PromptSpectrumBuilder(document, tables, file).Build();
    }

    private static string Folder(string nameOrFolder) =>
        Directory.Exists(nameOrFolder) ? nameOrFolder : Path.GetDirectoryName(Path.GetFullPath(DataSetFile.Find(nameOrFolder)))!;
}
