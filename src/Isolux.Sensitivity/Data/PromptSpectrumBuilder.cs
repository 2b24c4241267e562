using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Sensitivity.Response;

namespace Isolux.Sensitivity.Data;

/// <summary>Checks the document and tables of a measured prompt spectrum; every fault of meaning is gathered.</summary>
/// <param name="document">The document.</param>
/// <param name="tables">Its tables by the name it uses.</param>
/// <param name="file">The document's file, for messages.</param>
public sealed class PromptSpectrumBuilder(PromptSpectrumDocument document, ImmutableDictionary<string, DataTable> tables, string file)
{
    private readonly ImmutableArray<SpecificationFault>.Builder _faults = ImmutableArray.CreateBuilder<SpecificationFault>();

    /// <summary>The tables a document names.</summary>
    public static IEnumerable<string> TableNames(PromptSpectrumDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [document.Table, document.Reference.Spectrum, document.Reference.Covariance, document.Reference.Smearing, document.PositronNonLinearity];
    }

    /// <summary>Builds the spectrum.</summary>
    /// <exception cref="InvalidSpecificationException">Something in it is wrong.</exception>
    public PromptSpectrum Build()
    {
        if (document.FormatVersion != 1)
        {
            Fault("$.formatVersion", $"{document.FormatVersion}", "this program reads version 1", "use a matching program");
        }

        foreach ((string name, Measured measured) in new[]
        {
            ("liveDays", document.LiveDays), ("unoscillatedPerDay", document.UnoscillatedPerDay), ("unoscillatedErrorPercent", document.UnoscillatedErrorPercent),
            ("selectionEfficiency", document.SelectionEfficiency), ("selectionErrorPercent", document.SelectionErrorPercent),
            ("matterDensityGPerCm3", document.MatterDensityGPerCm3), ("matterDensityErrorPercent", document.MatterDensityErrorPercent), ("energyScalePercent", document.EnergyScalePercent),
        })
        {
            if (!(measured.Value > 0 && double.IsFinite(measured.Value)) || string.IsNullOrWhiteSpace(measured.Source))
            {
                Fault("$." + name, FormattableString.Invariant($"{measured.Value}"), "a measured number is above 0 and has a source", "correct it");
            }
        }

        ImmutableArray<double> low = Column(document.Table, "lowEdgeMeV");
        ImmutableArray<double> high = Column(document.Table, "highEdgeMeV");
        ImmutableArray<double> observed = Column(document.Table, "observed");
        ImmutableArray<double> referenceLow = Column(document.Reference.Spectrum, "lowEdgeMeV");
        ImmutableArray<double> referenceHigh = Column(document.Reference.Spectrum, "highEdgeMeV");
        ImmutableArray<double> yield = Column(document.Reference.Spectrum, "yield");
        ImmutableArray<double> covariance = Square(document.Reference.Covariance, yield.Length);
        ImmutableArray<double> smearing = Square(document.Reference.Smearing, yield.Length);
        ImmutableArray<double> energies = Column(document.PositronNonLinearity, "energyMeV");
        ImmutableArray<double> ratio = Column(document.PositronNonLinearity, "ratio");
        var backgrounds = document.Backgrounds.ToImmutableSortedDictionary(item => item.Key, item => Normalised(Column(document.Table, item.Key), item.Value.RatePerDay * document.LiveDays.Value));
        if (observed.Any(count => count < 0))
        {
            Fault("$.table", $"\"{document.Table}\"", "observed events cannot be negative", "correct the table");
        }

        RequireContiguous(document.Table, low, high);
        RequireContiguous(document.Reference.Spectrum, referenceLow, referenceHigh);
        if (_faults.Count > 0)
        {
            throw new InvalidSpecificationException(_faults.ToImmutable());
        }

        return new PromptSpectrum(
            document,
            new EnergyBins([.. low, high[^1]]),
            observed,
            backgrounds,
            [.. referenceLow, referenceHigh[^1]],
            yield,
            covariance,
            smearing,
            energies,
            ratio,
            [.. tables.Values.Select(table => table.Source).Append(document.LiveDays.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static ImmutableArray<double> Normalised(ImmutableArray<double> shape, double events)
    {
        double sum = shape.Sum();
        return [.. shape.Select(value => sum > 0 ? value * events / sum : 0.0)];
    }

    private ImmutableArray<double> Column(string table, string column)
    {
        if (tables.TryGetValue(table, out DataTable? data) && data.Find(column) is { } values)
        {
            return values;
        }

        Fault("$", $"\"{table}\"", $"the table has no column '{column}'", "add it");
        return [];
    }

    private ImmutableArray<double> Square(string table, int count)
    {
        var columns = Enumerable.Range(1, count).Select(i => Column(table, FormattableString.Invariant($"c{i}"))).ToArray();
        if (columns.Any(column => column.Length != count))
        {
            Fault("$.reference", $"\"{table}\"", FormattableString.Invariant($"it must be a matrix of {count} rows and columns"), "correct the table");
            return [];
        }

        return [.. Enumerable.Range(0, count).SelectMany(row => columns.Select(column => column[row]))];
    }

    private void RequireContiguous(string table, ImmutableArray<double> low, ImmutableArray<double> high)
    {
        for (int i = 0; i < Math.Min(low.Length, high.Length); i++)
        {
            if (!(high[i] > low[i]) || (i + 1 < low.Length && Math.Abs(high[i] - low[i + 1]) > 1e-9))
            {
                Fault("$", FormattableString.Invariant($"\"{table}\" bin {i + 1}"), "bins must follow one another without gaps", "correct the table");
            }
        }
    }

    private void Fault(string path, string? value, string why, string suggestion) => _faults.Add(new SpecificationFault(file, path, value, why, suggestion));
}
