using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Capsules;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Follows electrons and positrons. Between hard events (delta rays, bremsstrahlung, annihilation) the loss is continuous, so the energy of
/// the next hard event comes from one exponential number and the light in between from two table look-ups. One deposit per
/// <see cref="DepositLengthMm"/> of track, delta rays shorter than that included; near a capsule, pieces of track are shorter and end at its surfaces, and what is lost inside makes no light.
/// </summary>
internal sealed class ElectronTransport(
    MaterialComposition material, ElectromagneticModel model, CherenkovYield? cherenkov, ScintillatorSphere scintillator, CapsuleField? capsule)
{
    /// <summary>Length of track that is merged into one deposit, mm.</summary>
    public const double DepositLengthMm = 5.0;

    private readonly ElectronTable[] _electrons = Tables(ParticleKind.Electron, material, model, cherenkov, capsule);
    private readonly ElectronTable[] _positrons = Tables(ParticleKind.Positron, material, model, cherenkov, capsule);

    private enum HardEvent
    {
        None,
        Delta,
        Radiation,
        Annihilation,
    }

    public void Follow(in PendingParticle start, ref ShowerRandom random, ShowerBuffer shower)
    {
        ElectronTable[] tables = start.Kind == ParticleKind.Positron ? _positrons : _electrons;
        double energyMeV = start.EnergyMeV;
        Position position = start.Position;
        UnitVector direction = start.Direction;
        double timeNs = start.TimeNs;
        while (energyMeV > 0)
        {
            int region = capsule?.RegionAt(position) ?? CapsuleField.Scintillator;
            ElectronTable table = tables[region];
            double rangeMm = EnergyGrid.Interpolate(table.RangeMm, energyMeV);
            double segmentMm = capsule?.SegmentMm(position, rangeMm, DepositLengthMm) ?? DepositLengthMm;
            double endMeV = rangeMm > segmentMm ? EnergyGrid.Invert(table.RangeMm, rangeMm - segmentMm, energyMeV) : 0.0;
            double halfMm = 0.5 * Math.Min(rangeMm, segmentMm);
            Position middle = Move(position, direction, halfMm);
            var light = default(LocalLight);
            double scatteringDepth = endMeV > 0 ? EnergyGrid.Interpolate(table.Scattering, energyMeV) - EnergyGrid.Interpolate(table.Scattering, endMeV) : 0.0;
            var site = new PendingParticle(start.Kind, energyMeV, middle, direction, timeNs + (halfMm / PhysicalConstants.SpeedOfLightMmPerNs), start.IsPrimaryDescent);
            var surroundings = new Surroundings(_electrons[region], segmentMm);
            bool annihilated = Slow(table, surroundings, ref energyMeV, endMeV, site, ref light, ref random, shower);
            while (shower.ShortDeltasMeV.TryPop(out double deltaMeV))
            {
                Slow(_electrons[region], surroundings, ref deltaMeV, 0.0, site, ref light, ref random, shower);
            }

            Deposit(light, region, site, ref random, shower);
            if (annihilated)
            {
                return;
            }

            if (energyMeV > 0)
            {
                direction = direction.Deflect(ElasticScattering.SampleCosine(scatteringDepth, ref random.Electron), random.Electron.NextSingle());
                position = Move(middle, direction, halfMm);
                timeNs += 2.0 * halfMm / PhysicalConstants.SpeedOfLightMmPerNs;
            }
            else
            {
                position = middle;
            }
        }

        if (start.Kind == ParticleKind.Positron)
        {
            AnnihilateAtRest(start with { Kind = ParticleKind.Gamma, EnergyMeV = PhysicalConstants.ElectronMassMeV, Position = position, TimeNs = timeNs }, ref random, shower);
        }
    }

    /// <summary>Deposits an energy too small to travel.</summary>
    public void Absorb(double energyMeV, Position position, UnitVector direction, double timeNs, ref ShowerRandom random, ShowerBuffer shower)
    {
        var light = default(LocalLight);
        int region = capsule?.RegionAt(position) ?? CapsuleField.Scintillator;
        light.Lose(_electrons[region], energyMeV, 0.0);
        Deposit(light, region, new PendingParticle(ParticleKind.Electron, energyMeV, position, direction, timeNs, true), ref random, shower);
    }

    private static ElectronTable[] Tables(
        ParticleKind kind, MaterialComposition scintillator, ElectromagneticModel model, CherenkovYield? cherenkov, CapsuleField? capsule)
    {
        ElectromagneticModel dark = model with { Straggling = StragglingModel.None };
        return [new(kind, scintillator, model, cherenkov), .. (capsule?.Materials ?? []).Select(body => new ElectronTable(kind, body, dark, null))];
    }

    private static Position Move(Position position, UnitVector direction, double lengthMm) => new(
        position.XMm + (lengthMm * direction.X), position.YMm + (lengthMm * direction.Y), position.ZMm + (lengthMm * direction.Z));

    // Slows a particle down to an energy, or to rest, making the secondaries on the way. True if it annihilated in flight.
    private bool Slow(
        ElectronTable table, in Surroundings surroundings, ref double energyMeV, double endMeV, in PendingParticle site, ref LocalLight light,
        ref ShowerRandom random, ShowerBuffer shower)
    {
        while (energyMeV > endMeV)
        {
            double depth = EnergyGrid.Interpolate(table.HardDepth, energyMeV);
            double nextMeV = 0.0;
            if (depth > 0)
            {
                double left = depth - random.Electron.NextExponential();
                nextMeV = left > 0 ? EnergyGrid.Invert(table.HardDepth, left, energyMeV) : 0.0;
            }

            if (nextMeV <= endMeV)
            {
                light.Lose(table, energyMeV, endMeV);
                energyMeV = endMeV;
                return false;
            }

            light.Lose(table, energyMeV, nextMeV);
            energyMeV = nextMeV;
            switch (ChooseHardEvent(table, nextMeV, ref random.Electron))
            {
                case HardEvent.Delta:
                    energyMeV -= MakeDelta(table.Kind, surroundings, nextMeV, site, ref random.Electron, shower);
                    break;
                case HardEvent.Radiation:
                    energyMeV -= Radiate(nextMeV, site, ref random.Electron, shower);
                    break;
                case HardEvent.Annihilation:
                    AnnihilateInFlight(nextMeV, site, ref random.Electron, shower);
                    return true;
            }
        }

        // A hard event may have jumped over the end of the segment; the caller goes on from the energy that is left.
        return false;
    }

    private static HardEvent ChooseHardEvent(ElectronTable table, double energyMeV, ref RandomSequence random)
    {
        (double delta, double radiation) = table.HardShares(energyMeV);
        double choice = random.NextDouble();
        if (choice < delta)
        {
            return HardEvent.Delta;
        }

        return choice < delta + radiation ? HardEvent.Radiation
            : table.Kind == ParticleKind.Positron ? HardEvent.Annihilation : HardEvent.None;
    }

    private double MakeDelta(
        ParticleKind kind, in Surroundings surroundings, double energyMeV, in PendingParticle site, ref RandomSequence random, ShowerBuffer shower)
    {
        double maximumMeV = ElectronCollisions.MaximumTransferMeV(kind, energyMeV);
        if (maximumMeV <= model.DeltaCutMeV)
        {
            return 0.0;
        }

        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double low = energyMeV / model.DeltaCutMeV;
        double high = energyMeV / maximumMeV;
        double largestShape = kind == ParticleKind.Positron ? 1.0 : Math.Max(1.0, ElectronCollisions.Shape(kind, gamma, 0.5));
        double fraction;
        do
        {
            fraction = 1.0 / (low - ((low - high) * random.NextDouble()));
        }
        while (random.NextDouble() * largestShape > ElectronCollisions.Shape(kind, gamma, fraction));

        double deltaMeV = fraction * energyMeV;
        if (EnergyGrid.Interpolate(surroundings.Electrons.RangeMm, deltaMeV) < surroundings.SegmentMm)
        {
            shower.ShortDeltasMeV.Push(deltaMeV);
        }
        else
        {
            const double twoMasses = 2.0 * PhysicalConstants.ElectronMassMeV;
            double cosine = Math.Sqrt(deltaMeV * (energyMeV + twoMasses) / (energyMeV * (deltaMeV + twoMasses)));
            shower.Electrons.Push(new PendingParticle(
                ParticleKind.Electron, deltaMeV, site.Position, site.Direction.Deflect(cosine, random.NextSingle()), site.TimeNs, site.IsPrimaryDescent));
        }

        return deltaMeV;
    }

    private double Radiate(double energyMeV, in PendingParticle site, ref RandomSequence random, ShowerBuffer shower)
    {
        if (energyMeV <= model.DeltaCutMeV)
        {
            return 0.0;
        }

        double logRatio = Elementary64.Log(energyMeV / model.DeltaCutMeV);
        double fraction;
        do
        {
            fraction = Elementary64.Exp(-logRatio * random.NextDouble());
        }
        while (random.NextDouble() > 1.0 - fraction + (0.75 * fraction * fraction));

        double photonMeV = fraction * energyMeV;
        shower.Gammas.Push(new PendingParticle(ParticleKind.Gamma, photonMeV, site.Position, site.Direction, site.TimeNs, IsPrimaryDescent: false));
        return photonMeV;
    }

    private static void AnnihilateInFlight(double energyMeV, in PendingParticle site, ref RandomSequence random, ShowerBuffer shower)
    {
        if (site.IsPrimaryDescent)
        {
            shower.AddPrimaryElectron(energyMeV, -1.0);
        }

        double totalMeV = energyMeV + (2.0 * PhysicalConstants.ElectronMassMeV);
        double fraction = Annihilation.SampleFraction(energyMeV, ref random);
        double turn = random.NextSingle();
        UnitVector first = site.Direction.Deflect(Annihilation.Cosine(energyMeV, fraction), turn);
        double opposite = turn < 0.5 ? turn + 0.5 : turn - 0.5;
        UnitVector second = site.Direction.Deflect(Annihilation.Cosine(energyMeV, 1.0 - fraction), opposite);
        shower.Gammas.Push(site with { Kind = ParticleKind.Gamma, EnergyMeV = fraction * totalMeV, Direction = first });
        shower.Gammas.Push(site with { Kind = ParticleKind.Gamma, EnergyMeV = (1.0 - fraction) * totalMeV, Direction = second });
    }

    private static void AnnihilateAtRest(in PendingParticle photon, ref ShowerRandom random, ShowerBuffer shower)
    {
        (double x, double y, double z) = random.Gamma.NextIsotropic();
        shower.Gammas.Push(photon with { Direction = new UnitVector(x, y, z) });
        shower.Gammas.Push(photon with { Direction = new UnitVector(-x, -y, -z) });
    }

    private void Deposit(in LocalLight light, int region, in PendingParticle site, ref ShowerRandom random, ShowerBuffer shower)
    {
        if (region != CapsuleField.Scintillator || !scintillator.Contains(site.Position))
        {
            shower.EscapedMeV += light.DepositedMeV;
            return;
        }

        double quenchedMeV = light.QuenchedMeV;
        if (light.VarianceMeV2 > 0)
        {
            quenchedMeV += Math.Sqrt(light.VarianceMeV2) * random.Straggling.NextNormal();
            quenchedMeV = Math.Clamp(quenchedMeV, 0.0, light.DepositedMeV);
        }

        shower.Add(new EnergyDeposit(site.Position, site.TimeNs, light.DepositedMeV, quenchedMeV, light.CherenkovPhotons, site.Direction));
    }

    // Where a piece of track lies: electrons of the region, and the length below which delta rays stay with it.
    private readonly record struct Surroundings(ElectronTable Electrons, double SegmentMm);

    private struct LocalLight
    {
        public double DepositedMeV;
        public double QuenchedMeV;
        public double VarianceMeV2;
        public double CherenkovPhotons;

        public void Lose(ElectronTable table, double fromMeV, double toMeV)
        {
            DepositedMeV += fromMeV - toMeV;
            QuenchedMeV += EnergyGrid.Interpolate(table.Quenched, fromMeV) - EnergyGrid.Interpolate(table.Quenched, toMeV);
            VarianceMeV2 += EnergyGrid.Interpolate(table.QuenchedVariance, fromMeV) - EnergyGrid.Interpolate(table.QuenchedVariance, toMeV);
            CherenkovPhotons += EnergyGrid.Interpolate(table.Cherenkov, fromMeV) - EnergyGrid.Interpolate(table.Cherenkov, toMeV);
        }
    }
}
