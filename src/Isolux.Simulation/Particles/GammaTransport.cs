using Isolux.Detector.Materials;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>Follows one photon from interaction to interaction until it is absorbed or leaves the scintillator.</summary>
internal sealed class GammaTransport(MaterialComposition material, ElectronTransport electrons, ScintillatorSphere scintillator)
{
    // A photon this soft travels micrometres; it is absorbed where it is.
    private const double AbsorptionMeV = 1e-3;
    private const double PairThresholdMeV = 2.0 * PhysicalConstants.ElectronMassMeV;

    private readonly GammaTable _table = new(material);

    public void Follow(in PendingParticle gamma, ref ShowerRandom random, ShowerBuffer shower)
    {
        double energyMeV = gamma.EnergyMeV;
        Position position = gamma.Position;
        UnitVector direction = gamma.Direction;
        double timeNs = gamma.TimeNs;
        if (!scintillator.Contains(position))
        {
            shower.EscapedMeV += energyMeV;
            return;
        }

        while (true)
        {
            if (energyMeV > AbsorptionMeV)
            {
                double pathMm = random.Gamma.NextExponential() / EnergyGrid.Interpolate(_table.Total, energyMeV);
                position = new Position(
                    position.XMm + (pathMm * direction.X), position.YMm + (pathMm * direction.Y), position.ZMm + (pathMm * direction.Z));
                timeNs += pathMm / PhysicalConstants.SpeedOfLightMmPerNs;
            }

            if (!scintillator.Contains(position))
            {
                shower.EscapedMeV += energyMeV;
                return;
            }

            if (energyMeV <= AbsorptionMeV)
            {
                Record(energyMeV, gamma.IsPrimaryDescent, shower);
                electrons.Absorb(energyMeV, position, direction, timeNs, ref random, shower);
                return;
            }

            double choice = random.Gamma.NextDouble() * EnergyGrid.Interpolate(_table.Total, energyMeV);
            double compton = EnergyGrid.Interpolate(_table.Compton, energyMeV);
            if (choice < compton)
            {
                (double scatteredMeV, double cosine) = ComptonScattering.Sample(energyMeV, ref random.Gamma);
                UnitVector scattered = direction.Deflect(cosine, random.Gamma.NextSingle());
                double electronMeV = energyMeV - scatteredMeV;
                UnitVector recoil = Recoil(energyMeV, direction, scatteredMeV, scattered);
                Produce(ParticleKind.Electron, electronMeV, position, recoil, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                energyMeV = scatteredMeV;
                direction = scattered;
            }
            else if (choice < compton + EnergyGrid.Interpolate(_table.Pair, energyMeV) && energyMeV > PairThresholdMeV)
            {
                double kineticMeV = energyMeV - PairThresholdMeV;
                double electronMeV = kineticMeV * random.Gamma.NextDouble();
                Produce(ParticleKind.Electron, electronMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                Produce(ParticleKind.Positron, kineticMeV - electronMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                return;
            }
            else
            {
                double bindingMeV = Math.Min(_table.BindingMeV, energyMeV);
                Record(bindingMeV, gamma.IsPrimaryDescent, shower);
                electrons.Absorb(bindingMeV, position, direction, timeNs, ref random, shower);
                Produce(ParticleKind.Electron, energyMeV - bindingMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                return;
            }
        }
    }

    private static UnitVector Recoil(double beforeMeV, UnitVector before, double afterMeV, UnitVector after)
    {
        double x = (beforeMeV * before.X) - (afterMeV * after.X);
        double y = (beforeMeV * before.Y) - (afterMeV * after.Y);
        double z = (beforeMeV * before.Z) - (afterMeV * after.Z);
        double length = Math.Sqrt((x * x) + (y * y) + (z * z));
        return length > 0 ? new UnitVector(x / length, y / length, z / length) : before;
    }

    private static void Record(double energyMeV, bool isPrimaryDescent, ShowerBuffer shower)
    {
        if (isPrimaryDescent)
        {
            shower.AddPrimaryElectron(energyMeV, 1.0);
        }
    }

    private void Produce(
        ParticleKind kind, double energyMeV, Position position, UnitVector direction, double timeNs, bool isPrimaryDescent,
        ref ShowerRandom random, ShowerBuffer shower)
    {
        if (isPrimaryDescent)
        {
            shower.PrimaryElectronCount++;
        }

        Record(energyMeV, isPrimaryDescent, shower);

        electrons.Follow(new PendingParticle(kind, energyMeV, position, direction, timeNs, isPrimaryDescent), ref random, shower);
    }
}
