using Isolux.Calibration.DataSets;
using Isolux.Storage.Documents;

namespace Isolux.Storage.DataSets;

/// <summary>Data sets as documents to check: a data set's folder, its document, or one of its tables.</summary>
public static class DataSetDocumentKind
{
    /// <summary>The kind to register with a <see cref="DocumentChecker"/>.</summary>
    public static DocumentKind Create() => new("data set", path => FindDocument(path) is not null, Check);

    private static string Check(string path)
    {
        CalibrationDataSet data = DataSetFile.Read(FindDocument(path)!);
        return FormattableString.Invariant(
            $"data set {data.Name}: {data.ResolutionPeaks.Length} peak widths, {data.NonLinearity?.Gammas.Length ?? 0} gamma peaks, {data.NonLinearity?.Beta?.ObservedCount.Length ?? 0} bins of a beta spectrum");
    }

    // The document itself, or the one of the folder or of the folder above (tables/).
    private static string? FindDocument(string path)
    {
        string? folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
        for (int level = 0; level < 2 && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            string document = Path.Combine(folder, DataSetFile.MainFile);
            if (File.Exists(document))
            {
                return document;
            }
        }

        return null;
    }
}
