using Isolux.Sensitivity.Data;
using Isolux.Storage.Documents;

namespace Isolux.Storage.DataSets;

/// <summary>Measured prompt spectra as documents to check.</summary>
public static class PromptSpectrumDocumentKind
{
    /// <summary>The kind to register with a <see cref="DocumentChecker"/>, before data sets, whose folders these documents share.</summary>
    public static DocumentKind Create() => new("prompt spectrum", path => Path.GetFileName(path) == PromptSpectrumFile.MainFile, Check);

    private static string Check(string path)
    {
        PromptSpectrum spectrum = PromptSpectrumFile.Read(path);
        return FormattableString.Invariant($"prompt spectrum {spectrum.Document.Name}: {spectrum.ObservedCount.Sum():F0} events in {spectrum.Bins.Count} bins, {spectrum.BackgroundCount.Count} backgrounds");
    }
}
