using System.Collections.Immutable;
using Isolux.Numerics.Fitting;
using Isolux.Sensitivity.Data;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity fit --json</c> prints; dm21 in eV2, pulls against the published values in their errors.</summary>
internal sealed record FitReport(
    int FormatVersion,
    string Data,
    FitStatus Status,
    FittedSpectrumReport Fit,
    PromptResultDocument Published,
    double Sin2Theta12Pull,
    double Dm21Pull,
    ImmutableArray<NuisanceReport> Nuisances,
    ImmutableArray<string> Sources)
{
    public static FitReport From(PromptSpectrum spectrum, PromptSpectrumResult result)
    {
        SpectrumFitResult best = result.Best;
        PromptResultDocument published = spectrum.Document.Published;
        FittedSpectrumReport fit = new(
            best.Value(OscillationParameter.Sin2Theta12),
            best.Error(OscillationParameter.Sin2Theta12),
            best.Value(OscillationParameter.Dm21),
            best.Error(OscillationParameter.Dm21),
            best.Chi2,
            spectrum.Bins.Count);
        return new FitReport(
            1,
            spectrum.Document.Name,
            best.Status,
            fit,
            published,
            (fit.Sin2Theta12 - published.Sin2Theta12) / published.Sin2Theta12Error,
            (fit.Dm21 - published.Dm21Ev2) / published.Dm21ErrorEv2,
            [.. result.Nuisances.Select((nuisance, k) => new NuisanceReport(nuisance.Name, best.ParameterValues[SpectrumModel.OscillationCount + k]))],
            spectrum.Sources);
    }
}
