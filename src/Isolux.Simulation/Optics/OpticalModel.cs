using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>
/// A detector's optics compiled for photon transport: single-precision tables on a <see cref="WavelengthGrid"/>, look-ups of photosensors and bars.
/// Immutable; one is shared by all threads.
/// </summary>
public sealed class OpticalModel
{
    private const string SensorLoss = "photosensor";
    private const string SensorBackLoss = "photosensorBack";
    private const string OutsideLoss = "outside";
    private const string StepLimitLoss = "stepLimit";

    // Tables of the index are given every 10 to 20 nm: a narrower difference would only show their kinks.
    private const double DispersionHalfWidthNm = 10.0;

    /// <summary>Compiles the optics of a detector.</summary>
    /// <exception cref="InvalidSpecificationException">The detector has no geometry, a shell no medium, or no light is declared.</exception>
    public OpticalModel(DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        DetectorGeometry geometry = detector.Geometry ?? throw Fault(detector, "geometry", "photons need shells to travel in", "declare shells from the inside out");
        ScintillationModel light = detector.Scintillation
            ?? throw Fault(detector, "scintillation", "photons need a wavelength", "declare an emission spectrum or a fixed wavelength");
        Grid = light.FixedWavelengthNm is { } fixedNm ? WavelengthGrid.Monochromatic(fixedNm) : WavelengthGrid.FullRange;
        Scintillation = new WavelengthSpectrum(Grid, Densities(detector, light));
        MediumNames = [.. geometry.Shells.Select(s => s.Medium)];
        Radii = [.. geometry.Shells.Select(s => (float)s.OuterRadiusMm)];
        Rows = new MediumRow[geometry.Shells.Length * Grid.Count];
        for (int shell = 0; shell < geometry.Shells.Length; shell++)
        {
            string name = geometry.Shells[shell].Medium;
            OpticalMedium medium = detector.Media.GetValueOrDefault(name)
                ?? throw Fault(detector, $"media.{name}", $"shell {shell} is filled with it", "declare the medium");
            for (int i = 0; i < Grid.Count; i++)
            {
                Rows[(shell * Grid.Count) + i] = Row(medium, Grid.WavelengthNm(i));
            }
        }

        Sensors = detector.Photosensors.IsEmpty ? null : new SensorField(detector.Photosensors, Grid, light.OpticalEfficiency);
        Bars = geometry.Bars.IsEmpty ? null : new BarField(geometry.Bars);
        BoundaryDetects = geometry.OuterBoundary == OuterBoundary.Detects;
        Gates = [.. Enumerable.Range(0, Radii.Length).Select(shell => Gate(shell, geometry.Bars))];
        string[] kinds = [.. geometry.Bars.Select(b => b.Kind).Distinct()];
        LossNames = [SensorLoss, SensorBackLoss, OutsideLoss, StepLimitLoss, .. kinds];
        BarLoss = [.. geometry.Bars.Select(b => BarKindLoss + Array.IndexOf(kinds, b.Kind))];
        ChannelKinds = [.. detector.Photosensors.Select(s => s.Type.Kind)];
    }

    /// <summary>Wavelengths of the tables.</summary>
    public WavelengthGrid Grid { get; }

    /// <summary>Emission spectrum of the scintillator (also of re-emission).</summary>
    public WavelengthSpectrum Scintillation { get; }

    /// <summary>Names of the media of the shells, from the inside out.</summary>
    public ImmutableArray<string> MediumNames { get; }

    /// <summary>What a lost photon met: the photosensors, their opaque back, the black structure outside, the limit of steps (a guard that should stay empty), or a kind of bar.</summary>
    public ImmutableArray<string> LossNames { get; }

    /// <summary>Kind of every channel.</summary>
    public ImmutableArray<SensorKind> ChannelKinds { get; }

    /// <summary>Outer radius of the last shell, mm.</summary>
    public double OuterRadiusMm => Radii[^1];

    internal const int SensorLossIndex = 0;
    internal const int SensorBackLossIndex = 1;
    internal const int OutsideLossIndex = 2;
    internal const int StepLimitLossIndex = 3;
    private const int BarKindLoss = 4;

    /// <summary>The shell outside all shells.</summary>
    internal const int NoShell = -1;

    internal float[] Radii { get; }

    internal MediumRow[] Rows { get; }

    internal SensorField? Sensors { get; }

    internal BarField? Bars { get; }

    internal int[] BarLoss { get; }

    /// <summary>Per shell: which paths may meet a sensor or a bar.</summary>
    internal ObstacleGate[] Gates { get; }

    internal bool BoundaryDetects { get; }

    /// <summary>Refractive index of a shell's medium at a grid wavelength.</summary>
    public double RefractiveIndex(int shell, int wavelengthIndex) => Rows[(shell * Grid.Count) + wavelengthIndex].RefractiveIndex;

    /// <summary>The shell at a squared radius in mm^2, or <see cref="NoShell"/>.</summary>
    internal int ShellAt(float radiusSquared)
    {
        for (int shell = 0; shell < Radii.Length; shell++)
        {
            if (radiusSquared < Radii[shell] * Radii[shell])
            {
                return shell;
            }
        }

        return NoShell;
    }

    private static InvalidSpecificationException Fault(DetectorDescription detector, string path, string why, string suggestion) =>
        new(new SpecificationFault(detector.Name, path, null, why, suggestion));

    private ObstacleGate Gate(int shell, ImmutableArray<OpaqueBar> bars)
    {
        double innerMm = shell == 0 ? 0.0 : Radii[shell - 1];
        double outerMm = Radii[shell];
        bool sensors = Sensors is not null && Sensors.OuterSquared > innerMm * innerMm && Sensors.InnerSquared < outerMm * outerMm;
        OpaqueBar[] reaching = [.. bars.Where(b => BarField.InnerRadiusMm(b) < outerMm && BarField.OuterRadiusMm(b) > innerMm)];
        return ObstacleGate.Of(reaching, sensors ? Sensors : null);
    }

    private double[] Densities(DetectorDescription detector, ScintillationModel light)
    {
        double[] densities = new double[Grid.Count];
        for (int i = 0; i < densities.Length; i++)
        {
            densities[i] = light.FixedWavelengthNm is not null
                ? 1.0
                : light.EmissionSpectrum?.Evaluate(Grid.WavelengthNm(i))
                    ?? throw Fault(detector, "scintillation.emissionSpectrum", "no fixed wavelength is given either", "declare one of the two");
        }

        return densities;
    }

    private static MediumRow Row(OpticalMedium medium, double wavelengthNm)
    {
        double index = medium.RefractiveIndex.Evaluate(wavelengthNm);
        double slope = (medium.RefractiveIndex.Evaluate(wavelengthNm + DispersionHalfWidthNm)
            - medium.RefractiveIndex.Evaluate(wavelengthNm - DispersionHalfWidthNm)) / (2.0 * DispersionHalfWidthNm);
        double absorptionPerMm = 1.0 / (medium.AbsorptionLengthMm?.Evaluate(wavelengthNm) ?? double.PositiveInfinity);
        double rayleighPerMm = 1.0 / (medium.RayleighLengthMm?.Evaluate(wavelengthNm) ?? double.PositiveInfinity);
        double totalPerMm = absorptionPerMm + rayleighPerMm;
        return new MediumRow(
            (float)index,
            (float)((index - (wavelengthNm * slope)) / PhysicalConstants.SpeedOfLightMmPerNs),
            (float)totalPerMm,
            (float)(1.0 / totalPerMm),
            totalPerMm > 0 ? (float)(absorptionPerMm / totalPerMm) : 0.0f,
            (float)(medium.Reemission?.Probability.Evaluate(wavelengthNm) ?? 0.0),
            (float)(medium.Reemission?.LifetimeNs ?? 0.0));
    }
}
