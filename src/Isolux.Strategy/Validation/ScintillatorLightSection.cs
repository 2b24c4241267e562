using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Validation;

/// <summary>
/// The declared electromagnetic model of a detector at its centre: light of gamma lines relative to neutron capture on hydrogen, and widths of electrons, beside what
/// the public draft of JHEP 03 (2021) 004 shows for JUNO (read from figures, good to about 1 %).
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="maps">Gives its response map.</param>
/// <param name="settings">Statistics.</param>
public sealed class ScintillatorLightSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int FullEvents = 50_000;
    private const double NeutronHydrogenMeV = 2.223;

    private static readonly ImmutableArray<(string Line, ParticleKind Kind, double EnergyMeV, double TotalMeV, double Target)> s_lines =
    [
        ("68Ge, two annihilation gammas", ParticleKind.Positron, 0.0, 1.022, 0.916),
        ("137Cs", ParticleKind.Gamma, 0.662, 0.662, 0.932),
        ("54Mn", ParticleKind.Gamma, 0.835, 0.835, 0.947),
        ("40K", ParticleKind.Gamma, 1.461, 1.461, 0.979),
        ("n-12C, single gamma", ParticleKind.Gamma, 4.945, 4.945, 1.027),
        ("16O*", ParticleKind.Gamma, 6.13, 6.13, 1.033),
    ];

    private static readonly ImmutableArray<(double EnergyMeV, double Target)> s_widths = [(0.5, 0.0394), (1.0, 0.0285), (2.0, 0.0211), (5.0, 0.0144), (7.0, 0.0124)];

    /// <inheritdoc/>
    public string Name => "scintillator-light";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (detector is not { Scintillation: { } scintillation, Electromagnetic: { } model })
        {
            throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "electromagnetic", null, "light of particles needs a model", "choose a detector with one"));
        }

        MapLightResponse light = new(maps.Provide(detector, progress, cancellation), scintillation);
        int done = 0;
        RunningMoments Shoot(ParticleKind kind, double energyMeV)
        {
            ParticleGunSettings shot = new(kind, energyMeV, Position.Centre, settings.Scale(FullEvents), settings.Seed, 0, settings.Threads);
            RunningMoments pe = new ParticleGun(new ShowerSimulator(detector), light).Shoot(shot, null, cancellation).Pe!;
            progress?.Report(++done / (s_lines.Length + s_widths.Length + 1.0));
            return pe;
        }

        double yieldPePerMeV = Shoot(ParticleKind.Gamma, PhysicalConstants.HydrogenCaptureGammaMeV).Mean / NeutronHydrogenMeV;
        double[] deviations = new double[s_lines.Length + s_widths.Length];
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach ((string line, ParticleKind kind, double energyMeV, double totalMeV, double target) in s_lines)
        {
            RunningMoments pe = Shoot(kind, energyMeV);
            double ratio = pe.Mean / (totalMeV * yieldPePerMeV);
            deviations[lines.Count] = (ratio / target) - 1.0;
            lines.Add([line, $"{totalMeV:0.000}", $"{ratio:F4}", $"{ratio * pe.MeanError / pe.Mean:F4}", $"{target:F3}", $"{(ratio / target) - 1.0:+0.0%;-0.0%}"]);
        }

        var widths = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach ((double energyMeV, double target) in s_widths)
        {
            RunningMoments pe = Shoot(ParticleKind.Electron, energyMeV);
            double width = pe.StandardDeviation / pe.Mean;
            deviations[s_lines.Length + widths.Count] = (width / target) - 1.0;
            widths.Add([$"{energyMeV:0.0}", $"{width:P3}", $"{width * pe.StandardDeviationError / pe.StandardDeviation:P3}", $"{target:P2}", $"{(width / target) - 1.0:+0.0%;-0.0%}"]);
        }

        return new ValidationPage(
            "Light of gammas and electrons at the centre",
            [
                Sample(model, settings.Scale(FullEvents), yieldPePerMeV),
                "Targets: public draft of JHEP 03 (2021) 004, read from figures to about 1 %. They chose the model (docs/decisions/0003-electromagnetic-model.md); resolution tables did not.",
            ],
            [
                new ValidationTable("scintillator-light-gammas", "Visible over true energy of gamma lines, relative to neutron capture on hydrogen.", ["line", "total / MeV", "ratio", "error", "target", "difference"], lines.ToImmutable()),
                new ValidationTable("scintillator-light-widths", "Relative width of electrons, photoelectron statistics included, no dark noise.", ["kinetic energy / MeV", "sigma/E", "error", "target", "difference"], widths.ToImmutable()),
            ],
            $"Largest difference of a gamma ratio {deviations[..s_lines.Length].Max(Math.Abs):P1}, of a width {deviations[s_lines.Length..].Max(Math.Abs):P1}; the targets are good to about 1 %.");
    }

    private string Sample(ElectromagneticModel model, int events, double yieldPePerMeV) =>
        $"`{detector.Name}`: {events:N0} events per line with the response map. Delta cut {model.DeltaCutMeV * 1000.0:0.#} keV, kB {model.BirksConstantGPerCm2MeV:0.0000} g/cm2/MeV, fC {model.CherenkovFactor:0.##} "
        + $"(times {model.CherenkovUnitScale:0.##}), straggling {model.Straggling}. Mean light of the n-H gamma over 2.223 MeV: {yieldPePerMeV:F1} PE/MeV.";
}
