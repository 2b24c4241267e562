using Isolux.Detector.Neutrons;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles.Neutrons;

/// <summary>
/// Follows neutrons of up to some 15 MeV: elastic scattering, isotropic in the centre of mass, on free nuclei at rest down to 0.1 eV; then diffusion with the declared coefficient until
/// a nucleus captures them. Capture falls as 1/v everywhere, so its rate per time does not depend on the energy and its time is drawn once, when the neutron is emitted.
/// </summary>
/// <remarks>
/// Recoil protons stop within micrometres and leave their quenched energy where they were hit; heavier recoils make no light. Inelastic scattering is left out.
/// </remarks>
public sealed class NeutronTransport
{
    /// <summary>Below this energy a neutron is thermal: chemical binding and motion of the nuclei take over from free collisions, MeV.</summary>
    public const double ThermalMeV = 1e-7;

    private const double FastestMeV = 50.0;
    private const double DarkRecoilMeV = 1e-4;
    private const double ReferenceSpeedMmPerNs = 2.2e-3;
    private const double Cm2PerSToMm2PerNs = 1e-7;

    private readonly NeutronModel _model;
    private readonly NeutronRates _rates;
    private readonly ProtonQuenching _quenching;
    private readonly ScintillatorSphere _scintillator;
    private readonly double _diffusionMm2PerNs;

    /// <summary>A transport in a sphere of scintillator, or everywhere if the radius is infinite.</summary>
    public NeutronTransport(NeutronModel model, double scintillatorRadiusMm)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _rates = new NeutronRates(model);
        _quenching = new ProtonQuenching(model.ProtonStoppingMeVCm2PerG, model.ProtonBirksConstantGPerCm2MeV);
        _scintillator = new ScintillatorSphere(scintillatorRadiusMm);
        _diffusionMm2PerNs = model.ThermalDiffusionCm2PerS * Cm2PerSToMm2PerNs;
        CaptureRatePerNs = ReferenceSpeedMmPerNs * model.Nuclides.Sum(CapturePerMm);
    }

    /// <summary>Capture probability per time of every neutron, per ns; its inverse is the mean capture time.</summary>
    public double CaptureRatePerNs { get; }

    /// <summary>Fraction of captures on a nuclide.</summary>
    public double CaptureFraction(NeutronNuclide nuclide)
    {
        ArgumentNullException.ThrowIfNull(nuclide);
        return CapturePerMm(nuclide) * ReferenceSpeedMmPerNs / CaptureRatePerNs;
    }

    /// <summary>Follows one neutron from time 0 to its end.</summary>
    /// <param name="energyMeV">Kinetic energy, MeV.</param>
    /// <param name="start">Where it is emitted.</param>
    /// <param name="random">The neutron's random numbers.</param>
    /// <param name="shower">Receives the deposits of recoil protons.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is not in (0, 50] MeV.</exception>
    public NeutronEnd Follow(double energyMeV, Position start, ref RandomSequence random, ShowerBuffer shower)
    {
        ArgumentNullException.ThrowIfNull(shower);
        if (!(energyMeV > 0 && energyMeV <= FastestMeV))
        {
            throw new ArgumentOutOfRangeException(nameof(energyMeV), energyMeV, $"The energy of a neutron lies in (0, {FastestMeV}] MeV.");
        }

        Position position = start;
        (double x, double y, double z) = random.NextIsotropic();
        UnitVector direction = new(x, y, z);
        double captureNs = random.NextExponential() / CaptureRatePerNs;
        double timeNs = 0.0;
        while (energyMeV > ThermalMeV)
        {
            double speedMmPerNs = PhysicalConstants.SpeedOfLightMmPerNs * Math.Sqrt(2.0 * energyMeV / PhysicalConstants.NeutronMassMeV);
            double pathMm = Math.Min(random.NextExponential() / _rates.TotalPerMm(energyMeV), (captureNs - timeNs) * speedMmPerNs);
            position = new Position(position.XMm + (pathMm * direction.X), position.YMm + (pathMm * direction.Y), position.ZMm + (pathMm * direction.Z));
            timeNs += pathMm / speedMmPerNs;
            if (!_scintillator.Contains(position))
            {
                return new NeutronEnd(NeutronFate.Escaped, 0, position, timeNs, position, timeNs);
            }

            if (timeNs >= captureNs)
            {
                return Capture(position, captureNs, position, captureNs, ref random);
            }

            Scatter(ref energyMeV, ref direction, position, timeNs, ref random, shower);
        }

        double spreadMm = Math.Sqrt(2.0 * _diffusionMm2PerNs * (captureNs - timeNs));
        Position end = position + new Position(spreadMm * random.NextNormal(), spreadMm * random.NextNormal(), spreadMm * random.NextNormal());
        return _scintillator.Contains(end)
            ? Capture(end, captureNs, position, timeNs, ref random)
            : new NeutronEnd(NeutronFate.Escaped, 0, end, captureNs, position, timeNs);
    }

    private void Scatter(ref double energyMeV, ref UnitVector direction, in Position position, double timeNs, ref RandomSequence random, ShowerBuffer shower)
    {
        NeutronNuclide nuclide = _model.Nuclides[_rates.Choose(energyMeV, random.NextDouble())];
        double a = nuclide.MassRatio;
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        double reduced = 1.0 + (a * (a + (2.0 * cosine)));
        double leftMeV = energyMeV * reduced / ((1.0 + a) * (1.0 + a));
        double recoilMeV = energyMeV - leftMeV;
        if (recoilMeV > DarkRecoilMeV)
        {
            double quenchedMeV = nuclide.AtomicNumber == 1 ? _quenching.QuenchedMeV(recoilMeV) : 0.0;
            shower.Add(new EnergyDeposit(position, timeNs, recoilMeV, quenchedMeV, 0.0, direction));
        }

        direction = direction.Deflect(Math.Clamp((1.0 + (a * cosine)) / Math.Sqrt(reduced), -1.0, 1.0), random.NextDouble());
        energyMeV = leftMeV;
    }

    private NeutronEnd Capture(Position position, double captureNs, Position thermal, double thermalNs, ref RandomSequence random)
    {
        double choice = random.NextDouble() * CaptureRatePerNs / ReferenceSpeedMmPerNs;
        int nuclide = 0;
        for (; nuclide < _model.Nuclides.Length - 1; nuclide++)
        {
            choice -= CapturePerMm(_model.Nuclides[nuclide]);
            if (choice < 0)
            {
                break;
            }
        }

        return new NeutronEnd(NeutronFate.Captured, nuclide, position, captureNs, thermal, thermalNs);
    }

    private static double CapturePerMm(NeutronNuclide nuclide) => nuclide.AtomsPerCm3 * nuclide.ThermalCaptureBarn * 1e-24 / 10.0;
}
