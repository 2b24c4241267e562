using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Detector.Sources;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Pricing;

/// <summary>
/// The full-absorption peak of a source before there is a light map: stored showers say how many events are whole at a place and how far their light spreads, the design's light yield how many
/// photoelectrons they make. Light is taken as the same everywhere: right within 15 m in a detector like JUNO; farther out, where total reflection makes it change within a shower, errors are up to twice as large.
/// </summary>
internal sealed class SourcePeak
{
    private const int TemplateCount = 2000;
    private const int OutsideTemplateCount = 16_000;
    private static readonly PeakPrecision s_precision = new(PeakFitSettings.AboveEscapeTail);
    private readonly ShowerTemplate[] _templates;
    private readonly Lazy<ShowerTemplate[]> _outside;
    private readonly double _radiusMm;

    /// <summary>The peak of a source.</summary>
    /// <param name="detector">Detector with a geometry.</param>
    /// <param name="showers">Its showers.</param>
    /// <param name="source">The source.</param>
    /// <param name="light">Light of a deposit, as quenched MeV would count.</param>
    /// <param name="lightPePerMeV">Photoelectrons per quenched MeV.</param>
    /// <param name="darkNoisePe">Mean dark noise per event, PE.</param>
    /// <param name="seed">Seed.</param>
    public SourcePeak(DetectorDescription detector, ShowerSimulator showers, CalibrationSource source, DepositLight light, double lightPePerMeV, double darkNoisePe, ulong seed)
    {
        _radiusMm = detector.Geometry!.ScintillatorRadiusMm;
        SourceGenerator primaries = new(source, Position.Centre, _radiusMm);
        ShowerTemplateFactory factory = new(showers, light, seed);
        _templates = factory.Make(primaries, TemplateCount, RandomRuns.SourceTemplates);
        _outside = new Lazy<ShowerTemplate[]>(() => factory.Make(primaries, OutsideTemplateCount, RandomRuns.SourceTemplates));
        RunningMoments made = new();
        Array.ForEach(_templates, template => made.Add(template.Photons));
        double meanPe = lightPePerMeV * made.Mean;
        double intrinsic = made.StandardDeviation / made.Mean;
        WidthFraction = Math.Sqrt(((meanPe + darkNoisePe) / (meanPe * meanPe)) + (intrinsic * intrinsic));
    }

    /// <summary>Relative width of the peak at the centre.</summary>
    public double WidthFraction { get; }

    /// <summary>Mean light of showers of a gamma, as quenched MeV would count.</summary>
    public static double MeanLightMeV(ShowerSimulator showers, DepositLight light, double gammaMeV, ulong seed) =>
        new ShowerTemplateFactory(showers, light, seed).Make(new PointGenerator(ParticleKind.Gamma, gammaMeV, Position.Centre), TemplateCount, RandomRuns.SourceTemplates)
            .Average(template => template.Photons);

    /// <summary>Fraction of events that are whole at a point, and the mean light centre of those.</summary>
    public (double WholeFraction, double RadiusMm, double CosTheta) At(Position position)
    {
        int whole = 0;
        double radiusMm = 0;
        double cosTheta = 0;
        ShowerTemplate[] templates = position.RadiusMm < _radiusMm ? _templates : _outside.Value;
        foreach (ShowerTemplate template in templates)
        {
            if (template.TryPlace(_radiusMm, position, out Position centre))
            {
                whole++;
                radiusMm += centre.RadiusMm;
                cosTheta += centre.CosTheta;
            }
        }

        return whole > 0 ? ((double)whole / templates.Length, radiusMm / whole, cosTheta / whole) : (0.0, 0.0, 0.0);
    }

    /// <summary>Relative error of the peak of so many whole events.</summary>
    public double Error(double wholeEvents) => s_precision.MeanError(WidthFraction, wholeEvents);
}
