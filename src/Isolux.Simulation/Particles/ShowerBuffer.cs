using System.Runtime.InteropServices;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// The deposits of one event and their totals. Reuse one buffer per thread: <see cref="ShowerSimulator"/> clears it first, and nothing is allocated
/// once it has grown to the largest event. Not safe for use by two threads at once.
/// </summary>
public sealed class ShowerBuffer
{
    private readonly List<EnergyDeposit> _deposits = new(64);
    private readonly List<PrimaryElectron> _primaryElectrons = new(16);

    /// <summary>The deposits, in the order they were made.</summary>
    public ReadOnlySpan<EnergyDeposit> Deposits => CollectionsMarshal.AsSpan(_deposits);

    /// <summary>Energy deposited in the scintillator, MeV: the sum over the deposits.</summary>
    public double DepositedMeV { get; private set; }

    /// <summary>Energy carried out of the scintillator, from where nothing comes back, or left in a capsule, MeV.</summary>
    public double EscapedMeV { get; internal set; }

    /// <summary>Sum of dE/(1 + kB dE/dx) over the deposits, MeV.</summary>
    public double QuenchedMeV { get; private set; }

    /// <summary>Expected Cherenkov photons of all deposits, counted as in <see cref="EnergyDeposit.ExpectedCherenkovPhotons"/>.</summary>
    public double ExpectedCherenkovPhotons { get; private set; }

    /// <summary>
    /// Electrons and positrons made by Compton scattering, photoelectric absorption and pair production in the descent of the primary gamma or of the
    /// annihilation gammas; those of bremsstrahlung photons are not counted.
    /// </summary>
    public int PrimaryElectronCount { get; internal set; }

    /// <summary>
    /// The electrons whose light together is the light of the event: the primary particle itself where it is charged, and what gammas of its descent set
    /// free, photoelectric binding included. A positron that annihilates in flight counts once with its energy and once negatively with
    /// what it had left. Electrons of bremsstrahlung photons belong to the electron that radiated.
    /// </summary>
    public ReadOnlySpan<PrimaryElectron> PrimaryElectrons => CollectionsMarshal.AsSpan(_primaryElectrons);

    /// <summary>Gammas still to be followed.</summary>
    internal Stack<PendingParticle> Gammas { get; } = new(16);

    /// <summary>Electrons and positrons still to be followed.</summary>
    internal Stack<PendingParticle> Electrons { get; } = new(16);

    /// <summary>Delta rays too short to need a deposit of their own, MeV.</summary>
    internal Stack<double> ShortDeltasMeV { get; } = new(16);

    /// <summary>Mean position of the scintillation light; the detector's centre where there is none.</summary>
    public Position CentreOfLight()
    {
        double x = 0;
        double y = 0;
        double z = 0;
        foreach (ref readonly EnergyDeposit deposit in Deposits)
        {
            x += deposit.QuenchedMeV * deposit.Position.XMm;
            y += deposit.QuenchedMeV * deposit.Position.YMm;
            z += deposit.QuenchedMeV * deposit.Position.ZMm;
        }

        return QuenchedMeV > 0 ? new Position(x / QuenchedMeV, y / QuenchedMeV, z / QuenchedMeV) : Position.Centre;
    }

    internal void Clear()
    {
        _deposits.Clear();
        _primaryElectrons.Clear();
        DepositedMeV = 0.0;
        EscapedMeV = 0.0;
        QuenchedMeV = 0.0;
        ExpectedCherenkovPhotons = 0.0;
        PrimaryElectronCount = 0;
    }

    internal void AddPrimaryElectron(double energyMeV, double weight) => _primaryElectrons.Add(new PrimaryElectron(energyMeV, weight));

    internal void Add(in EnergyDeposit deposit)
    {
        _deposits.Add(deposit);
        DepositedMeV += deposit.DepositedMeV;
        QuenchedMeV += deposit.QuenchedMeV;
        ExpectedCherenkovPhotons += deposit.ExpectedCherenkovPhotons;
    }
}
