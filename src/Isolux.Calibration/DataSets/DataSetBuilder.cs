using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Calibration.Resolution;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Detector.Light;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.DataSets;

/// <summary>Checks a data set's document and tables and makes them ready to fit; every fault of meaning is gathered.</summary>
/// <param name="document">The document.</param>
/// <param name="tables">Its tables by the name it uses.</param>
/// <param name="file">The document's file, for messages.</param>
public sealed class DataSetBuilder(DataSetDocument document, ImmutableDictionary<string, DataTable> tables, string file)
{
    private const int SmallestPeakCount = 4;
    private const int SmallestGammaCount = 5;
    private const double ProbabilityTolerancePercent = 0.5;

    private readonly ImmutableArray<SpecificationFault>.Builder _faults = ImmutableArray.CreateBuilder<SpecificationFault>();

    /// <summary>Builds the data set.</summary>
    /// <exception cref="InvalidSpecificationException">Something in it is wrong.</exception>
    public CalibrationDataSet Build()
    {
        if (document.FormatVersion != 1)
        {
            Fault("$.formatVersion", document.FormatVersion, "this program reads version 1", "use a matching program");
        }

        ImmutableArray<ResolutionPeak> peaks = document.Resolution is { } resolution ? Peaks(resolution) : [];
        PublishedCurves? published = document.NonLinearity?.Published is { } curves ? Published(curves) : null;
        NonLinearityData? nonLinearity = document.NonLinearity is { } measured ? NonLinearity(measured, peaks, published) : null;
        if (document.Resolution is null && document.NonLinearity is null)
        {
            Fault("$", null, "it holds neither resolution nor nonLinearity", "add one of them");
        }

        if (_faults.Count > 0)
        {
            throw new InvalidSpecificationException(_faults.ToImmutable());
        }

        ImmutableArray<string> sources =
            [.. new[] { document.Resolution?.Source, document.NonLinearity?.Source, document.NonLinearity?.BetaSpectrum?.Isotope.Source }.OfType<string>().Concat(tables.Values.Select(t => t.Source)).Distinct()];
        return new CalibrationDataSet(document.Name, document.Summary, sources, peaks, nonLinearity, published);
    }

    private ImmutableArray<ResolutionPeak> Peaks(ResolutionDocument resolution)
    {
        const string Path = "$.resolution";
        RequireSource(resolution.Source, Path);
        RequireCount(resolution.Peaks.Length, SmallestPeakCount, Path + ".peaks");
        RequireDistinct(resolution.Peaks.Select(peak => peak.Name), Path + ".peaks");
        for (int i = 0; i < resolution.Peaks.Length; i++)
        {
            PeakDocument peak = resolution.Peaks[i];
            string path = FormattableString.Invariant($"{Path}.peaks[{i}]");
            RequirePositive(peak.ReconstructedEnergyMeV, path + ".reconstructedEnergyMeV");
            RequirePositive(peak.ResolutionPercent, path + ".resolutionPercent");
            RequirePositive(peak.ErrorPercent, path + ".errorPercent");
        }

        return [.. resolution.Peaks.Select(peak => new ResolutionPeak(
            peak.Name, new ResolutionPoint(peak.ReconstructedEnergyMeV, peak.ResolutionPercent / 100.0, peak.ErrorPercent / 100.0)))];
    }

    private NonLinearityData NonLinearity(NonLinearityDocument measured, ImmutableArray<ResolutionPeak> peaks, PublishedCurves? published)
    {
        const string Path = "$.nonLinearity";
        RequireSource(measured.Source, Path);
        RequireCount(measured.GammaPeaks.Length, SmallestGammaCount, Path + ".gammaPeaks");
        RequireDistinct(measured.GammaPeaks.Select(peak => peak.Name), Path + ".gammaPeaks");
        for (int i = 0; i < measured.GammaPeaks.Length; i++)
        {
            GammaPeakDocument peak = measured.GammaPeaks[i];
            string path = FormattableString.Invariant($"{Path}.gammaPeaks[{i}]");
            RequireEnergies(peak.GammaEnergiesMeV, path + ".gammaEnergiesMeV", mayBeEmpty: false);
            RequirePositive(peak.VisibleRatio, path + ".visibleRatio");
            RequirePositive(peak.Error, path + ".error");
        }

        return new NonLinearityData(
            document.Name,
            [.. measured.GammaPeaks.Select(peak => new GammaPoint(peak.Name, peak.GammaEnergiesMeV, peak.VisibleRatio, peak.Error))],
            measured.BetaSpectrum is { } beta ? Beta(beta, peaks) : null,
            published is null || _faults.Count > 0 ? null : InstrumentalRatio(published),
            [.. (measured.Biases ?? []).Select((bias, i) => Bias(bias, measured, FormattableString.Invariant($"{Path}.biases[{i}]")))]);
    }

    private CorrelatedBias Bias(BiasDocument bias, NonLinearityDocument measured, string path)
    {
        RequireSource(bias.Source, path);
        if (!double.IsFinite(bias.SizePercent) || Math.Abs(bias.SizePercent) > 100.0)
        {
            Fault(path + ".sizePercent", bias.SizePercent, "it must lie between -100 and 100", "correct the value");
        }

        if (bias.DecayEnergyMeV is { } decayMeV)
        {
            RequirePositive(decayMeV, path + ".decayEnergyMeV");
        }

        foreach (string unknown in (bias.Peaks ?? []).Except(measured.GammaPeaks.Select(peak => peak.Name)))
        {
            Fault(path + ".peaks", $"\"{unknown}\"", "there is no gamma peak of this name", "peaks are " + string.Join(", ", measured.GammaPeaks.Select(peak => peak.Name)));
        }

        return new CorrelatedBias(bias.Name, bias.Kind, bias.SizePercent, bias.DecayEnergyMeV, bias.Peaks ?? []);
    }

    private BetaSpectrumData? Beta(BetaSpectrumDocument beta, ImmutableArray<ResolutionPeak> peaks)
    {
        const string Path = "$.nonLinearity.betaSpectrum";
        BetaIsotope isotope = Isotope(beta.Isotope, Path + ".isotope");
        if (Column(beta.Table, "lowEdgeMeV", Path) is not { } low || Column(beta.Table, "highEdgeMeV", Path) is not { } high
            || Column(beta.Table, "counts", Path) is not { } counts || Column(beta.Table, "countsError", Path) is not { } errors)
        {
            return null;
        }

        ImmutableArray<double> background = tables[beta.Table].Find("backgroundCounts") ?? [];
        for (int i = 0; i < low.Length; i++)
        {
            string row = FormattableString.Invariant($"{Path}.table \"{beta.Table}\" bin {i + 1}");
            if (!(errors[i] > 0))
            {
                Fault(row + " countsError", errors[i], "an error must be above 0", "correct the table");
            }

            if (!(high[i] > low[i]) || (i + 1 < low.Length && Math.Abs(high[i] - low[i + 1]) > 1e-9))
            {
                Fault(row + " highEdgeMeV", high[i], "bins must follow one another without gaps", "correct the table");
            }
        }

        if (peaks.Length < SmallestPeakCount)
        {
            Fault(Path, null, "a beta spectrum needs the energy resolution", "add the section $.resolution");
        }

        if (_faults.Count > 0)
        {
            return null;
        }

        ResolutionModel resolution = new ResolutionFitter().Fit([.. peaks.Select(peak => peak.Point)]).Model;
        return new BetaSpectrumData(isotope, [.. low, high[^1]], counts, errors, background, resolution);
    }

    private BetaIsotope Isotope(IsotopeDocument isotope, string path)
    {
        RequireSource(isotope.Source, path);
        RequirePositive(isotope.DaughterCharge, path + ".daughterCharge");
        RequirePositive(isotope.DaughterMassNumber, path + ".daughterMassNumber");
        RequireCount(isotope.Branches.Length, 1, path + ".branches");
        double sumPercent = isotope.Branches.Sum(branch => branch.ProbabilityPercent);
        if (!(Math.Abs(sumPercent - 100.0) <= ProbabilityTolerancePercent))
        {
            Fault(path + ".branches", sumPercent, "probabilities must sum to 100 %", "correct them");
        }

        for (int i = 0; i < isotope.Branches.Length; i++)
        {
            string branch = FormattableString.Invariant($"{path}.branches[{i}]");
            RequirePositive(isotope.Branches[i].ProbabilityPercent, branch + ".probabilityPercent");
            RequirePositive(isotope.Branches[i].EndpointMeV, branch + ".endpointMeV");
            RequireEnergies(isotope.Branches[i].GammaEnergiesMeV, branch + ".gammaEnergiesMeV", mayBeEmpty: true);
            if (!(isotope.Branches[i].ChargedVisibleMeV >= 0))
            {
                Fault(branch + ".chargedVisibleMeV", isotope.Branches[i].ChargedVisibleMeV, "it must not be negative", "correct the value");
            }
        }

        return new BetaIsotope(
            isotope.Name,
            isotope.DaughterCharge,
            isotope.DaughterMassNumber,
            isotope.WeakMagnetismPerMeV,
            [.. isotope.Branches.Select(b => new BetaBranch(b.ProbabilityPercent / sumPercent, b.EndpointMeV, b.GammaEnergiesMeV, b.ChargedVisibleMeV))]);
    }

    private PublishedCurves? Published(PublishedCurvesDocument curves)
    {
        const string Path = "$.nonLinearity.published";
        return Curve(curves.GammaScintillation, Path + ".gammaScintillation") is { } scintillation && Curve(curves.GammaFull, Path + ".gammaFull") is { } full
            && Curve(curves.ElectronFull, Path + ".electronFull") is { } electron && Curve(curves.PositronFull, Path + ".positronFull") is { } positron
            ? new PublishedCurves(scintillation, full, electron, positron)
            : null;
    }

    private PublishedCurve? Curve(string table, string path)
    {
        if (Column(table, "energyMeV", path) is not { } energies || Column(table, "ratio", path) is not { } ratio)
        {
            return null;
        }

        ImmutableArray<double> none = [.. ratio.Select(_ => 0.0)];
        ImmutableArray<double> lower = tables[table].Find("lowerError") ?? none;
        ImmutableArray<double> upper = tables[table].Find("upperError") ?? none;
        for (int i = 0; i < ratio.Length; i++)
        {
            if (!(lower[i] >= 0 && upper[i] >= 0 && ratio[i] > 0 && energies[i] > 0))
            {
                Fault(FormattableString.Invariant($"{path} \"{table}\" row {i + 1}"), null, "energy and ratio must be above 0 and errors not negative", "correct the table");
            }
        }

        return new PublishedCurve(energies, ratio, [.. ratio.Zip(lower, (r, e) => r - e)], [.. ratio.Zip(upper, (r, e) => r + e)]);
    }

    private SampledCurve? InstrumentalRatio(PublishedCurves published)
    {
        if (!published.GammaFull.EnergiesMeV.SequenceEqual(published.GammaScintillation.EnergiesMeV))
        {
            Fault("$.nonLinearity.published.gammaFull", null, "its energies differ from those of gammaScintillation", "give both at the same energies");
            return null;
        }

        double[] visibleMeV = [.. published.GammaScintillation.EnergiesMeV.Zip(published.GammaScintillation.Ratio, (energy, ratio) => energy * ratio)];
        double[] instrumental = [.. published.GammaFull.Ratio.Zip(published.GammaScintillation.Ratio, (full, scintillation) => full / scintillation)];
        if (visibleMeV.Length < 2)
        {
            return new SampledCurve(visibleMeV, instrumental);
        }

        // Beta spectra reach beyond the published gammas: the last straight piece goes on to twice the last energy.
        double slope = (instrumental[^1] - instrumental[^2]) / (visibleMeV[^1] - visibleMeV[^2]);
        return new SampledCurve([.. visibleMeV, 2.0 * visibleMeV[^1]], [.. instrumental, instrumental[^1] + (slope * visibleMeV[^1])]);
    }

    private ImmutableArray<double>? Column(string table, string column, string path)
    {
        if (tables.TryGetValue(table, out DataTable? data) && data.Find(column) is { } values)
        {
            return values;
        }

        Fault(path, $"\"{table}\"", $"the table has no column '{column}'", "add it");
        return null;
    }

    private void RequireEnergies(ImmutableArray<double> energiesMeV, string path, bool mayBeEmpty)
    {
        if (energiesMeV.IsEmpty && !mayBeEmpty)
        {
            Fault(path, null, "at least one gamma is needed", "give its energy");
        }

        foreach (double energyMeV in energiesMeV)
        {
            if (!(energyMeV is >= 0.05 and <= 20.0))
            {
                Fault(path, energyMeV, "gammas lie between 0.05 and 20 MeV", "correct the value or check its unit");
            }
        }
    }

    private void RequirePositive(double value, string path)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            Fault(path, value, "it must be above 0", "correct the value or check its unit");
        }
    }

    private void RequireCount(int count, int smallest, string path)
    {
        if (count < smallest)
        {
            Fault(path, null, FormattableString.Invariant($"at least {smallest} are needed, it holds {count}"), "add the missing ones");
        }
    }

    private void RequireDistinct(IEnumerable<string> names, string path)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            Fault(path, $"\"{twice.Key}\"", "the name stands there twice", "rename or remove one");
        }
    }

    private void RequireSource(string source, string path)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            Fault(path + ".source", null, "every measurement needs a source", "name the paper or release");
        }
    }

    private void Fault(string path, double value, string why, string suggestion) => Fault(path, FormattableString.Invariant($"{value}"), why, suggestion);

    private void Fault(string path, string? value, string why, string suggestion) => _faults.Add(new SpecificationFault(file, path, value, why, suggestion));
}
