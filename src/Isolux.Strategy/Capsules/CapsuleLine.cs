using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Detector.Sources;
using Isolux.Quantities;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Ladder;

namespace Isolux.Strategy.Capsules;

/// <summary>A line whose light is made around a capsule: of the source in it, or of neutrons of that source captured around it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Source">The source.</param>
/// <param name="Capsule">Its capsule.</param>
/// <param name="ScintillatorRadiusMm">Radius of the scintillator, mm.</param>
internal sealed record CapsuleLine(LadderLine Line, CalibrationSource Source, SourceCapsule Capsule, double ScintillatorRadiusMm)
{
    // Width of a Compton edge in the light of a line.
    private const double EdgeFraction = 0.05;

    public string Name => Line.Name;

    /// <summary>
    /// Where a fit with tails may start, over the peak: above the light that is left when the softest gamma of several scatters backwards in the capsule, where the spectrum of lost energy ends.
    /// </summary>
    public double LowestFitFraction
    {
        get
        {
            ImmutableArray<double> gammasMeV = Line.GammasMeV();
            if (gammasMeV.IsEmpty)
            {
                return LinePeakFitter.DefaultLowestFraction;
            }

            double softestMeV = gammasMeV.Min();
            double twice = 2.0 * softestMeV / PhysicalConstants.ElectronMassMeV;
            double leftFraction = 1.0 - (softestMeV * twice / (1.0 + twice) / Line.EnergyMeV);
            return Math.Max(LinePeakFitter.DefaultLowestFraction, leftFraction + EdgeFraction);
        }
    }

    /// <summary>The lines of a detector with neutrons and geometry, by energy; captures on hydrogen once, around its last neutron source.</summary>
    public static ImmutableArray<CapsuleLine> Of(DetectorDescription detector)
    {
        var lines = ImmutableArray.CreateBuilder<CapsuleLine>();
        double radiusMm = detector.Geometry!.ScintillatorRadiusMm;
        foreach (LadderLine line in LadderLine.Of(detector, detector.Neutrons!))
        {
            CalibrationSource? source = line.Name == EnergyLadder.Reference
                ? detector.Sources.LastOrDefault(candidate => candidate.Kind == SourceKind.Neutron && candidate.CaptureSpreadMm > 0)
                : detector.Sources.FirstOrDefault(candidate => candidate.Name == line.Name);
            if (source?.Capsule is { } capsule)
            {
                lines.Add(new CapsuleLine(line, source, capsule, radiusMm));
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>The same line of a source without other branches that shine; null where it has none.</summary>
    public CapsuleLine? Alone() => Line.Companions().IsEmpty ? null : this with { Line = Line.WithoutCompanions() };

    /// <summary>Its decays where there is nothing but scintillator.</summary>
    public IPrimaryGenerator Bare() =>
        Line.Kind == LineKind.Capture ? new SourceGenerator(Source, Position.Centre, ScintillatorRadiusMm) : new DecayGenerator(Line.Scheme, Position.Centre);

    /// <summary>The same decays with the capsule.</summary>
    public IPrimaryGenerator Inside() => Line.Kind == LineKind.Capture ? Bare() : new CapsuleGenerator(Line.Scheme, Capsule, Position.Centre);
}
