using Isolux.Detector.Materials;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;

namespace Isolux.Simulation.Particles;

/// <summary>Follows one photon from interaction to interaction until it is absorbed or leaves the scintillator.</summary>
internal sealed class GammaTransport(MaterialComposition material, ElectronTransport electrons, ScintillatorSphere scintillator, CapsuleField? capsule)
{
    // A photon this soft travels micrometres; it is absorbed where it is.
    private const double AbsorptionMeV = 1e-3;
    private const double PairThresholdMeV = 2.0 * PhysicalConstants.ElectronMassMeV;

    private readonly GammaTable[] _tables = [new(material), .. (capsule?.Materials ?? []).Select(body => new GammaTable(body))];

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

        int region = capsule?.RegionAt(position) ?? CapsuleField.Scintillator;
        while (true)
        {
            if (energyMeV > AbsorptionMeV)
            {
                double depth = random.Gamma.NextExponential();
                double pathMm = capsule is null
                    ? depth / EnergyGrid.Interpolate(_tables[CapsuleField.Scintillator].Total, energyMeV)
                    : PathMm(capsule, depth, energyMeV, position, direction, ref region);
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

            GammaTable table = _tables[region];
            double choice = random.Gamma.NextDouble() * EnergyGrid.Interpolate(table.Total, energyMeV);
            double compton = EnergyGrid.Interpolate(table.Compton, energyMeV);
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
            else if (choice < compton + EnergyGrid.Interpolate(table.Pair, energyMeV) && energyMeV > PairThresholdMeV)
            {
                double kineticMeV = energyMeV - PairThresholdMeV;
                double electronMeV = kineticMeV * random.Gamma.NextDouble();
                Produce(ParticleKind.Electron, electronMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                Produce(ParticleKind.Positron, kineticMeV - electronMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                return;
            }
            else
            {
                double bindingMeV = Math.Min(table.BindingMeV, energyMeV);
                Record(bindingMeV, gamma.IsPrimaryDescent, shower);
                electrons.Absorb(bindingMeV, position, direction, timeNs, ref random, shower);
                Produce(ParticleKind.Electron, energyMeV - bindingMeV, position, direction, timeNs, gamma.IsPrimaryDescent, ref random, shower);
                return;
            }
        }
    }

    // Length of path to an optical depth through several regions.
    private double PathMm(CapsuleField field, double depth, double energyMeV, in Position start, in UnitVector direction, ref int region)
    {
        double pathMm = 0.0;
        Position position = start;
        while (true)
        {
            double perMm = EnergyGrid.Interpolate(_tables[region].Total, energyMeV);
            double boundaryMm = field.BoundaryMm(position, direction);
            if (depth <= perMm * boundaryMm)
            {
                return pathMm + (depth / perMm);
            }

            depth -= perMm * boundaryMm;
            pathMm += boundaryMm;
            position = new Position(
                start.XMm + (pathMm * direction.X), start.YMm + (pathMm * direction.Y), start.ZMm + (pathMm * direction.Z));
            region = field.RegionAt(position);
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
