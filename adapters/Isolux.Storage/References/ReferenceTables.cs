using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Storage.Documents;
using Isolux.Strategy.Validation;

namespace Isolux.Storage.References;

/// <summary>Reads the results of other codes kept under <c>docs/validation/reference</c>, looked for from the program and from the current directory upwards.</summary>
public static class ReferenceTables
{
    private const string Folder = "docs/validation/reference";
    private const int HistogramBins = 18;
    private const int GammaPairMultiplicity = 2;

    /// <summary>Flashes of light in plain spheres.</summary>
    /// <exception cref="InvalidSpecificationException">The table is missing or damaged.</exception>
    public static ImmutableArray<OpticalReferenceRow> Optical()
    {
        CsvRows table = CsvTable.ReadRows(Find("geant4_optical.csv"));
        return
        [
            .. Enumerable.Range(0, table.Fields.Length).Select(row => new OpticalReferenceRow(
                Position.FromMetres(0, 0, Number(table, row, "z_m")),
                Number(table, row, "n_photons"),
                Number(table, row, "frac_detected"),
                [Number(table, row, "frac_abs_LS"), Number(table, row, "frac_abs_acrylic"), Number(table, row, "frac_abs_water")],
                Number(table, row, "mean_t_ns"),
                Number(table, row, "rms_t_ns"),
                [.. Enumerable.Range(0, HistogramBins).Select(bin => Number(table, row, $"fcos{bin:00}"))])),
        ];
    }

    /// <summary>Quenched energies in the laboratory medium.</summary>
    /// <exception cref="InvalidSpecificationException">The table is missing or damaged.</exception>
    public static ImmutableArray<ElectromagneticReferenceRow> Electromagnetic()
    {
        CsvRows table = CsvTable.ReadRows(Find("geant4_em.csv"));
        return [.. Enumerable.Range(0, table.Fields.Length).Select(row => Electromagnetic(table, row))];
    }

    private static ElectromagneticReferenceRow Electromagnetic(CsvRows table, int row)
    {
        ParticleKind kind = Text(table, row, "particle") switch
        {
            "e-" => ParticleKind.Electron,
            "e+" => ParticleKind.Positron,
            _ => ParticleKind.Gamma,
        };

        // Two gammas of 0.511 MeV are a positron at rest.
        bool atRest = Number(table, row, "multiplicity") == GammaPairMultiplicity;
        return new ElectromagneticReferenceRow(
            Text(table, row, "configuration"),
            atRest ? ParticleKind.Positron : kind,
            atRest ? 0.0 : Number(table, row, "energyMeV"),
            Number(table, row, "primaryElectrons"),
            Number(table, row, "quenchedMeV"),
            Number(table, row, "quenchedErrorMeV"),
            Number(table, row, "quenchedRmsMeV"),
            Number(table, row, "events"));
    }

    private static string Text(CsvRows table, int row, string column)
    {
        int index = table.Columns.IndexOf(column);
        return index >= 0
            ? table.Fields[row][index]
            : throw new InvalidSpecificationException(new SpecificationFault(table.File, "header", null, $"column '{column}' is missing", "restore the table"));
    }

    private static double Number(CsvRows table, int row, string column)
    {
        string text = Text(table, row, column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new InvalidSpecificationException(new SpecificationFault(table.File, $"line {table.Lines[row]}", text, $"column '{column}' holds numbers", "restore the table"));
    }

    private static string Find(string name)
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string file = Path.Combine(folder.FullName, Folder, name);
                if (File.Exists(file))
                {
                    return file;
                }
            }
        }

        throw new InvalidSpecificationException(new SpecificationFault(
            Path.Combine(Folder, name), "the table", null, "it was found neither above the program nor above the current directory", "run inside the repository"));
    }
}
