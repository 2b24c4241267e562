using System.Collections.Immutable;
using Isolux.Detector.Sources;

namespace Isolux.Detector;

/// <summary>What the sources of a detector emit, line by line, ready to print.</summary>
public static class SourceSummary
{
    private const double SecondsPerDay = 86_400.0;
    private const double SecondsPerYear = 365.25 * SecondsPerDay;

    /// <summary>Calibration lines and rate of every source.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="date">Date of the rates; null for the reference date of each.</param>
    public static ImmutableArray<SummaryLine> Describe(DetectorDescription detector, DateOnly? date = null) =>
        [.. detector.Sources.Select(source => DescribeSource(source, date))];

    /// <summary>Half-lives, capsules and branches of every source, and of captures on the nuclides of the scintillator.</summary>
    public static ImmutableArray<SummaryLine> DescribeSchemes(DetectorDescription detector) =>
    [
        .. detector.Sources.SelectMany(DescribeScheme),
        .. (detector.Neutrons?.Nuclides ?? []).SelectMany(nuclide => Branches("n-" + nuclide.Symbol, nuclide.Capture)),
    ];

    private static SummaryLine DescribeSource(CalibrationSource source, DateOnly? date)
    {
        string lines = source.GammaLinesMeV.IsEmpty ? string.Empty : string.Join(" + ", source.GammaLinesMeV.Select(e => Text($"{e:F3}"))) + " MeV, ";
        string kind = source.Kind switch
        {
            SourceKind.Gamma => "gamma",
            SourceKind.PositronAnnihilation => "e+ at rest",
            SourceKind.Neutron => "neutron",
            SourceKind.Cosmogenic => "cosmogenic",
            _ => "laser",
        };
        double rateHz = date is { } day ? source.RateHzAt(day) : source.RateHz;
        string reference = date is null && source.ReferenceDate is { } from ? Text($" on {from:yyyy-MM-dd}") : string.Empty;
        return new SummaryLine("sources", source.Name, Text($"{kind}, {lines}{rateHz:G4} Hz{reference}"));
    }

    private static IEnumerable<SummaryLine> DescribeScheme(CalibrationSource source)
    {
        if (source.HalfLifeS is { } halfLifeS)
        {
            yield return new SummaryLine("half-life", source.Name, Duration(halfLifeS));
        }

        if (source.Laser is { } laser)
        {
            string monitor = Text($"{laser.WavelengthNm:G4} nm, {laser.PulseWidthNs:G3} ns, {laser.IntensityDecadesNumber:G3} decades, monitor {laser.MonitorErrorPercent:G3} %");
            yield return new SummaryLine("light", source.Name, monitor);
        }

        if (source.Capsule is { Body: var body })
        {
            string shell = body.Covering is { } covering ? Text($" in {covering.ThicknessMm:G3} mm of {covering.Material.Name}") : string.Empty;
            yield return new SummaryLine("capsule", source.Name, Text($"{body.Material.Name}, {body.DiameterMm:G3} mm x {body.HeightMm:G3} mm{shell}"));
        }

        foreach (SummaryLine line in source.Decay is { } scheme ? Branches(source.Name, scheme) : [])
        {
            yield return line;
        }
    }

    private static IEnumerable<SummaryLine> Branches(string name, DecayScheme scheme) =>
        scheme.Branches.Select(branch => new SummaryLine("branch", name, Text($"{100.0 * branch.Probability:G4} %: {Particles(branch)}")));

    private static string Particles(DecayBranch branch)
    {
        List<string> parts = [];
        if (branch.Beta is { } beta)
        {
            parts.Add(Text($"e- up to {beta.EndpointMeV:G5} MeV"));
        }

        if (branch.NeutronSpectrum is { } neutron)
        {
            parts.Add(Text($"n of {neutron.Lower:G3} to {neutron.Upper:G3} MeV"));
        }

        if (branch.StoppedPositrons > 0)
        {
            parts.Add("e+ at rest");
        }

        if (!branch.GammasMeV.IsEmpty)
        {
            parts.Add("gamma " + string.Join(" + ", branch.GammasMeV.Select(e => Text($"{e:F3}"))) + " MeV");
        }

        return parts.Count == 0 ? "nothing leaves the source" : string.Join(", ", parts);
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 1.0 => Text($"{1000.0 * seconds:G4} ms"),
        < SecondsPerYear => Text($"{seconds / SecondsPerDay:G5} d"),
        _ => Text($"{seconds / SecondsPerYear:G5} y"),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
