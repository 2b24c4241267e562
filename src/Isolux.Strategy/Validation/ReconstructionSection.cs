using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Reconstruction;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Strategy.Reconstruction;

namespace Isolux.Strategy.Validation;

/// <summary>Bias and resolution of reconstructed vertices and energies against radius, angle and energy, what each mode gives, and what the transit-time spread costs.</summary>
/// <param name="detector">The detector.</param>
/// <param name="maps">Gives its response map.</param>
/// <param name="settings">Statistics.</param>
public sealed class ReconstructionSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int RadiusEvents = 2_000;
    private const int UniformEvents = 8_000;
    private const int EnergyEvents = 2_000;
    private const int ModeEvents = 2_000;
    private const int AngleCells = 8;
    private const double PublishedCm = 8.0;
    private static readonly ImmutableArray<double> s_radiiM = [0.0, 4.0, 8.0, 12.0, 14.0, 15.0, 15.5, 16.0, 16.5, 16.8, 17.1];
    private static readonly ImmutableArray<double> s_energiesMeV = [0.5, 1.0, 2.0, 4.0, 8.0];

    private static readonly ImmutableArray<string> s_columns =
        ["events", "converged", "per axis / cm", "radial bias / mm", "error", "radial sigma / cm", "pull width", "energy / counted light", "error"];

    /// <inheritdoc/>
    public string Name => "reconstruction";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ResponseMap map = maps.Provide(detector, progress, cancellation);
        ReconstructionStudy study = Study(detector, map, ReconstructionMode.Full);
        int done = 0;
        void Advance() => progress?.Report(++done / (s_radiiM.Length + s_energiesMeV.Length + 5.0));

        VertexQuality[] radii = [.. s_radiiM.Select(radiusM =>
        {
            Advance();
            return study.AtRadius(ParticleKind.Electron, 1.0, 1000.0 * radiusM, settings.Scale(RadiusEvents), cancellation);
        })];
        VertexQuality[] energies = [.. s_energiesMeV.Select(energyMeV =>
        {
            Advance();
            return study.Judge(study.Uniform(ParticleKind.Electron, energyMeV, settings.Scale(EnergyEvents), null, cancellation));
        })];
        Advance();
        (ReconstructedEvent Event, EventTruth Truth)[] uniform = study.Uniform(ParticleKind.Electron, 1.0, settings.Scale(UniformEvents), null, cancellation);
        VertexQuality all = study.Judge(uniform);
        VertexQuality positrons = study.Judge(study.Uniform(ParticleKind.Positron, 1.0, settings.Scale(ModeEvents), null, cancellation));
        (string Name, VertexQuality Quality)[] modes =
        [
            ("charges and times", all),
            ("charges and times, positrons of 1 MeV", positrons),
            ("charges alone", Uniform(detector, map, ReconstructionMode.Charge, Advance, cancellation)),
            ("centroid", Uniform(detector, map, ReconstructionMode.Centroid, Advance, cancellation)),
            ("every sensor with the smallest spread", Uniform(WithSpread(types => types.Min(type => type.TransitTimeSpreadNs)), map, ReconstructionMode.Full, Advance, cancellation)),
            ("no transit-time spread", Uniform(WithSpread(_ => 0.0), map, ReconstructionMode.Full, Advance, cancellation)),
        ];
        double worst = radii.Max(quality => Math.Abs(quality.RadialMm.Mean));
        return new ValidationPage(
            "Vertex and energy",
            [
                $"`{detector.Name}`: electrons simulated to their hits with the response map, read out with ideal electronics (every photoelectron a pulse of its own; dark noise as declared), reconstructed with the "
                + "expected light made from the same map. Deviations are from where the electron starts; per axis: root mean square along x, y and z; radial: along the true radius, outwards. Only events that converged "
                + "count. Energies are divided by the counted photoelectrons of light over what the expected light gives at the true vertex.",
                "What closure with the same map cannot show: errors of the map itself. Hits are drawn from its raw tables and evaluated from smoothed ones, bars shade single sensors in the simulation and on average in the reconstruction.",
            ],
            [
                Table("reconstruction-radius", "Electrons of 1 MeV even over spheres.", "radius / m", s_radiiM.Zip(radii, (radius, quality) => ($"{radius:F1}", quality))),
                Table("reconstruction-energy", "Electrons even in the fiducial volume.", "energy / MeV", s_energiesMeV.Zip(energies, (energy, quality) => ($"{energy:F1}", quality))),
                Angles(study, uniform),
                Table("reconstruction-modes", "1 MeV, even in the fiducial volume; electrons where nothing is said.", "what is used", modes),
            ],
            FormattableString.Invariant($"At 1 MeV the vertex is known to {0.1 * all.ResolutionMm:F1} cm per axis (published: about {PublishedCm:F0} cm); {all.ConvergedFraction:P2} converged; largest radial bias of a sphere {worst:F1} mm. ")
            + FormattableString.Invariant($"Times make it: charges alone give {0.1 * modes[2].Quality.ResolutionMm:F1} cm, and without any transit-time spread it would be {0.1 * modes[^1].Quality.ResolutionMm:F1} cm, which the decay of the scintillation and scattering leave. ")
            + FormattableString.Invariant($"The energy is {100.0 * (all.EnergyRatio.Mean - 1.0):+0.00;-0.00;0.00} ({100.0 * all.EnergyRatio.MeanError:F2}) % of the counted light off."));
    }

    private ReconstructionStudy Study(DetectorDescription of, ResponseMap map, ReconstructionMode mode) => new(of, map, mode, settings.Seed, settings.Threads);

    private VertexQuality Uniform(DetectorDescription of, ResponseMap map, ReconstructionMode mode, Action advance, CancellationToken cancellation)
    {
        ReconstructionStudy study = Study(of, map, mode);
        VertexQuality quality = study.Judge(study.Uniform(ParticleKind.Electron, 1.0, settings.Scale(ModeEvents), null, cancellation));
        advance();
        return quality;
    }

    /// <summary>The detector with one transit-time spread for all large PMTs.</summary>
    private DetectorDescription WithSpread(Func<IEnumerable<PhotosensorType>, double> spreadNs)
    {
        PhotosensorType[] types = [.. detector.Photosensors.Select(sensor => sensor.Type).Where(type => type.Kind == SensorKind.Lpmt).Distinct()];
        Dictionary<PhotosensorType, PhotosensorType> changed = types.ToDictionary(type => type, type => type with { TransitTimeSpreadNs = spreadNs(types) });
        return detector with
        {
            Photosensors = [.. detector.Photosensors.Select(sensor => changed.TryGetValue(sensor.Type, out PhotosensorType? type) ? sensor with { Type = type } : sensor)],
        };
    }

    private static ValidationTable Angles(ReconstructionStudy study, (ReconstructedEvent Event, EventTruth Truth)[] uniform)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (int cell = 0; cell < AngleCells; cell++)
        {
            double from = 1.0 - (2.0 * (cell + 1) / AngleCells);
            double to = 1.0 - (2.0 * cell / AngleCells);
            VertexQuality quality = study.Judge([.. uniform.Where(pair => pair.Truth.Vertex.CosTheta > from && pair.Truth.Vertex.CosTheta <= to)]);
            rows.Add(
            [
                $"{from:+0.00;-0.00} to {to:+0.00;-0.00}", $"{quality.Events}", $"{quality.RadialMm.Mean:F1}", $"{quality.RadialMm.MeanError:F1}", $"{quality.PolarMm.Mean:F1}", $"{quality.PolarMm.MeanError:F1}",
                $"{quality.EnergyRatio.Mean:F4}", $"{quality.EnergyRatio.MeanError:F4}",
            ]);
        }

        return new ValidationTable(
            "reconstruction-angle",
            "Electrons of 1 MeV even in the fiducial volume, by the cosine of their polar angle.",
            ["cos(theta)", "events", "radial bias / mm", "error", "polar bias / mm", "error", "energy / counted light", "error"],
            rows.ToImmutable());
    }

    private static ValidationTable Table(string name, string caption, string first, IEnumerable<(string Label, VertexQuality Quality)> rows) => new(
        name,
        caption,
        [first, .. s_columns],
        [
            .. rows.Select(row => ImmutableArray.Create(
                row.Label,
                $"{row.Quality.Events}",
                $"{row.Quality.ConvergedFraction:P2}",
                $"{0.1 * row.Quality.ResolutionMm:F2}",
                $"{row.Quality.RadialMm.Mean:F1}",
                $"{row.Quality.RadialMm.MeanError:F1}",
                $"{0.1 * row.Quality.RadialMm.StandardDeviation:F2}",
                $"{row.Quality.Pull.StandardDeviation:F2}",
                $"{row.Quality.EnergyRatio.Mean:F4}",
                $"{row.Quality.EnergyRatio.MeanError:F4}")),
        ]);
}
