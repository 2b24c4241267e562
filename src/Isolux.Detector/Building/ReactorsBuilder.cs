using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Building;

/// <summary>Checks and converts what a detector declares about reactor antineutrinos.</summary>
internal sealed class ReactorsBuilder(SpecificationReader reader)
{
    private const string Path = "$.reactors";
    private const string Energy = "energyMeV";
    private const string Visible = "visibleEnergyMeV";
    private const double FractionTolerance = 1e-3;
    private const double Percent = 0.01;

    public ReactorExperiment? Build(ReactorsDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        ImmutableArray<ReactorCore> cores = [.. document.Cores.Select(core => Core(core.Key, core.Value))];
        if (cores.IsEmpty)
        {
            reader.Fault(Path + ".cores", "{}", "without a core there is no antineutrino", "declare at least one");
        }

        ImmutableArray<FissionIsotope> isotopes = Isotopes(document);
        ImmutableArray<ReactorBackground> backgrounds = [.. document.Backgrounds.Select(item => Background(item.Key, item.Value, document.BackgroundShapes)).OfType<ReactorBackground>()];
        SampledCurve? spentFuel = reader.Curve(document.SpentFuel, Path + ".spentFuel", Energy, "ratio", 0.0, 1.0);
        SampledCurve? shape = reader.Curve(document.ShapeError, Path + ".shapeError", Visible, "errorPercent", 0.0, 100.0);
        ImmutableArray<double>[]? positron = Table(document.PositronNonLinearity, Path + ".positronNonLinearity", Energy, "ratio");
        ImmutableArray<double> resolution = reader.Within(document.ResolutionPercent, Path + ".resolutionPercent", 0.0, 100.0);
        if (resolution.Length != 3)
        {
            reader.Fault(Path + ".resolutionPercent.values", null, "a resolution is three numbers", "give a, b and c in percent");
        }

        if (spentFuel is null || shape is null || positron is null)
        {
            return null;
        }

        return new ReactorExperiment
        {
            Cores = cores,
            Isotopes = isotopes,
            SpentFuel = spentFuel,
            FluxScale = reader.Positive(document.FluxScale, Path + ".fluxScale"),
            TargetProtonCount = reader.Positive(document.TargetProtonCount, Path + ".targetProtonCount"),
            SelectionEfficiency = reader.Within(document.SelectionEfficiency, Path + ".selectionEfficiency", 0.0, 1.0),
            DutyFraction = reader.Within(document.DutyFraction, Path + ".dutyFraction", 0.01, 1.0),
            MatterDensityGPerCm3 = reader.NonNegative(document.MatterDensityGPerCm3, Path + ".matterDensityGPerCm3"),
            ElectronFraction = reader.Within(document.ElectronFraction, Path + ".electronFraction", 0.0, 1.0),
            Normal = Oscillation(document.Oscillation, document.Oscillation.Dm32NormalEv2),
            Inverted = Oscillation(document.Oscillation, document.Oscillation.Dm32InvertedEv2),
            Resolution = resolution.Length == 3 ? ResolutionModel.FromPercent(resolution) : new ResolutionModel(0.0, 0.0, 0.0),
            PositronEnergiesMeV = positron[0],
            PositronRatio = positron[1],
            PositronModes = Modes(document.PositronNonLinearity),
            Backgrounds = backgrounds,
            Errors = Errors(document),
            ShapeErrorPercent = shape,
            PublishedIbdPerDay = document.PublishedIbdPerDay is { } rate ? reader.Positive(rate, Path + ".publishedIbdPerDay") : null,
            PublishedPrecision = [.. (document.PublishedPrecision ?? []).Select(Precision)],
            PublishedOrdering = Ordering(document.PublishedOrdering),
        };
    }

    private PublishedPrecision Precision(PublishedPrecisionDocument row, int index)
    {
        string path = FormattableString.Invariant($"{Path}.publishedPrecision[{index}]");
        reader.RequireSource(row.Source, path);
        Require(row.CalendarDays, path + ".calendarDays", 1e-3, 1e6);
        return new PublishedPrecision(row.CalendarDays, row.Sin2Theta12Percent, row.Sin2Theta13Percent, row.Dm21Percent, row.Dm31Percent);
    }

    private PublishedOrdering? Ordering(PublishedOrderingDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        const string Ordering = Path + ".publishedOrdering";
        reader.RequireSource(document.Source, Ordering);
        Require(document.FullPowerYears, Ordering + ".fullPowerYears", 1e-3, 1e3);
        Require(document.LowDeltaChi2, Ordering + ".lowDeltaChi2", 0.0, document.HighDeltaChi2);
        return new PublishedOrdering(document.FullPowerYears, document.LowDeltaChi2, document.HighDeltaChi2);
    }

    private ReactorCore Core(string name, ReactorCoreDocument core)
    {
        string path = $"{Path}.cores.{name}";
        reader.RequireSource(core.Source, path);
        Require(core.ThermalPowerGW, path + ".thermalPowerGW", 1e-6, 1e3);
        Require(core.BaselineKm, path + ".baselineKm", 1e-3, 2e4);
        return new ReactorCore(name, core.ThermalPowerGW, core.BaselineKm, core.PublishedIbdPerDay, core.PublishedSharePercent);
    }

    private ImmutableArray<FissionIsotope> Isotopes(ReactorsDocument document)
    {
        const string Isotopes = Path + ".isotopes";
        double sum = document.Isotopes.Values.Sum(isotope => isotope.FissionFraction);
        if (!(Math.Abs(sum - 1.0) <= FractionTolerance))
        {
            reader.Fault(Isotopes, FormattableString.Invariant($"(fractions sum to {sum:G6})"), "they must sum to 1", "correct them");
        }

        var found = ImmutableArray.CreateBuilder<FissionIsotope>();
        foreach ((string name, FissionIsotopeDocument isotope) in document.Isotopes)
        {
            string path = $"{Isotopes}.{name}";
            reader.RequireSource(isotope.Source, path);
            Require(isotope.FissionFraction, path + ".fissionFraction", 0.0, 1.0);
            Require(isotope.EnergyPerFissionMeV, path + ".energyPerFissionMeV", 100.0, 300.0);
            if (Table(document.Spectra, Path + ".spectra", Energy, name) is not [var energies, var spectrum])
            {
                continue;
            }

            if (energies.Length < 2 || spectrum.Any(value => value <= 0))
            {
                reader.Fault(Path + ".spectra.table", $"column '{name}'", "spectra are continued as exponentials, so they need two positive values", "correct the table");
            }

            SampledCurve? excess = HasColumn(document.NonEquilibrium, name)
                ? reader.Curve(document.NonEquilibrium, Path + ".nonEquilibrium", Energy, name, -1.0, 1.0)
                : null;
            found.Add(new FissionIsotope(name, isotope.FissionFraction / sum, isotope.EnergyPerFissionMeV, energies, spectrum, isotope.Polynomial, excess));
        }

        return found.ToImmutable();
    }

    private ReactorBackground? Background(string name, ReactorBackgroundDocument background, CurveDocument shapes)
    {
        string path = $"{Path}.backgrounds.{name}";
        reader.RequireSource(background.Source, path);
        Require(background.RatePerDay, path + ".ratePerDay", 0.0, 1e6);
        Require(background.RateErrorPercent, path + ".rateErrorPercent", 0.0, 1e3);
        Require(background.ShapeErrorPercent, path + ".shapeErrorPercent", 0.0, 1e3);
        return reader.Curve(shapes, Path + ".backgroundShapes", Visible, name, 0.0, double.MaxValue) is { } density
            ? new ReactorBackground(name, background.RatePerDay, Percent * background.RateErrorPercent, Percent * background.ShapeErrorPercent, density)
            : null;
    }

    private OscillationParameters Oscillation(OscillationDocument document, double dm32Ev2)
    {
        const string Oscillation = Path + ".oscillation";
        reader.RequireSource(document.Source, Oscillation);
        Require(document.Sin2Theta12, Oscillation + ".sin2Theta12", 0.0, 1.0);
        Require(document.Sin2Theta13, Oscillation + ".sin2Theta13", 0.0, 1.0);
        Require(document.Dm21Ev2, Oscillation + ".dm21Ev2", 1e-6, 1e-3);
        Require(Math.Abs(dm32Ev2), Oscillation + ".dm32", 1e-4, 1e-1);
        return new OscillationParameters(document.Sin2Theta12, document.Sin2Theta13, document.Dm21Ev2, dm32Ev2 + document.Dm21Ev2);
    }

    private ReactorErrors Errors(ReactorsDocument document)
    {
        ReactorErrorsDocument errors = document.Errors;
        reader.RequireSource(errors.Source, Path + ".errors");
        double Fraction(double percent, string name)
        {
            Require(percent, $"{Path}.errors.{name}", 0.0, 1e3);
            return Percent * percent;
        }

        return new ReactorErrors(
            Fraction(errors.ReactorCorrelatedPercent, "reactorCorrelatedPercent"),
            Fraction(errors.ReactorUncorrelatedPercent, "reactorUncorrelatedPercent"),
            Fraction(errors.DetectionPercent, "detectionPercent"),
            Fraction(errors.SpentFuelPercent, "spentFuelPercent"),
            Fraction(errors.NonEquilibriumPercent, "nonEquilibriumPercent"),
            Percent * reader.NonNegative(document.MatterDensityErrorPercent, Path + ".matterDensityErrorPercent"));
    }

    private ImmutableArray<double>[]? Table(CurveDocument document, string path, params ReadOnlySpan<string> columns)
    {
        if (document.Table is { } table)
        {
            return reader.Columns(table, path + ".table", columns);
        }

        reader.Fault(path, null, "it is a table", "give 'table'");
        return null;
    }

    private ImmutableArray<SampledCurve> Modes(CurveDocument document)
    {
        const string Modes = Path + ".positronNonLinearity";
        var modes = ImmutableArray.CreateBuilder<SampledCurve>();
        for (int k = 1; HasColumn(document, FormattableString.Invariant($"mode{k}")); k++)
        {
            if (reader.Curve(document, Modes, Energy, FormattableString.Invariant($"mode{k}"), -1.0, 1.0) is { } mode)
            {
                modes.Add(mode);
            }
        }

        return modes.ToImmutable();
    }

    private bool HasColumn(CurveDocument document, string column) => document.Table is { } table && reader.HasColumn(table, column);

    private void Require(double value, string path, double minimum, double maximum)
    {
        if (!(value >= minimum && value <= maximum))
        {
            string why = FormattableString.Invariant($"it must lie between {minimum} and {maximum}");
            reader.Fault(path, FormattableString.Invariant($"{value}"), why, "correct the value or check its unit");
        }
    }
}
