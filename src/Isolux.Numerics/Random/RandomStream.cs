namespace Isolux.Numerics.Random;

/// <summary>
/// One stream per physics process, so that switching one process off leaves the draws of every other unchanged.
/// The numbers are part of the reproducibility contract: never renumber, only append (8 bits).
/// </summary>
public enum RandomStream
{
    /// <summary>Position, direction, wavelength and polarisation of a new optical photon.</summary>
    PhotonEmission = 0,

    /// <summary>Free path, interaction choice and boundary decisions of an optical photon.</summary>
    PhotonTransport = 1,

    /// <summary>Re-emission of an absorbed photon and Rayleigh angles (named sub-blocks of a transport step).</summary>
    PhotonScattering = 2,

    /// <summary>Detection decision at a photosensor.</summary>
    PhotonDetection = 3,

    /// <summary>Positions at which photons of a light-map build start.</summary>
    MapPosition = 4,

    /// <summary>Choice of vertex of a primary particle.</summary>
    PrimaryVertex = 5,

    /// <summary>Direction and kind of a primary particle.</summary>
    PrimaryDirection = 6,

    /// <summary>Gamma transport.</summary>
    Gamma = 7,

    /// <summary>Electron and positron transport.</summary>
    Electron = 8,

    /// <summary>Straggling of energy loss below the delta-ray cut.</summary>
    Straggling = 9,

    /// <summary>Number of scintillation photoelectrons.</summary>
    ScintillationCount = 10,

    /// <summary>Number of Cherenkov photoelectrons.</summary>
    CherenkovCount = 11,

    /// <summary>Dark noise of photosensors.</summary>
    DarkNoise = 12,

    /// <summary>Channel of a photoelectron.</summary>
    HitChannel = 13,

    /// <summary>Time of a photoelectron.</summary>
    HitTime = 14,

    /// <summary>Smearing of the reconstructed vertex.</summary>
    VertexSmearing = 15,

    /// <summary>Bootstrap resampling of events.</summary>
    Bootstrap = 16,

    /// <summary>Toy experiments of closure and coverage tests.</summary>
    Toy = 17,

    /// <summary>Spread of a source: neutron capture position.</summary>
    NeutronCapture = 18,

    /// <summary>Time since deposit at which a scintillation photon is emitted.</summary>
    ScintillationTime = 19,

    /// <summary>Placement of detector elements that a document asks to be drawn.</summary>
    Construction = 20,

    /// <summary>Slowing down, diffusion and capture of a neutron.</summary>
    Neutron = 21,

    /// <summary>Branch of a decay and energies it leaves open.</summary>
    Decay = 22,

    /// <summary>Time at which a source decays.</summary>
    DecayTime = 23,

    /// <summary>Instrumental properties of a readout channel.</summary>
    ChannelProperties = 24,

    /// <summary>Photoelectrons of a laser pulse in a channel.</summary>
    LaserPulse = 25,

    /// <summary>Whether a channel of its own efficiency keeps a photoelectron.</summary>
    ChannelDetection = 26,

    /// <summary>Charge of a photoelectron.</summary>
    SinglePeCharge = 27,

    /// <summary>Time of the trigger of an event.</summary>
    Trigger = 28,

    /// <summary>Photoelectrons lost or gained when the same event is seen by a varied detector.</summary>
    LightVariation = 29,

    /// <summary>Ultrasonic position of a source.</summary>
    UltrasonicFix = 30,

    /// <summary>What goes wrong with simulated hardware.</summary>
    HardwareFault = 31,

    /// <summary>Moves of the search for short routes.</summary>
    RouteSearch = 32,

    /// <summary>Random sets of calibration points.</summary>
    PointSelection = 33,

    /// <summary>Arrival times of an ultrasonic pulse, with echoes.</summary>
    UltrasoundArrival = 34,

    /// <summary>Spots of a source in cameras, with reflections.</summary>
    CameraSpot = 35,
}
