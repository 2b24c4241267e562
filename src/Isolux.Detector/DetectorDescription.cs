using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Detector.Neutrons;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Positioning;
using Isolux.Detector.Published;
using Isolux.Detector.Reactors;
using Isolux.Detector.Readout;
using Isolux.Detector.Sources;
using Isolux.Detector.Transparency;

namespace Isolux.Detector;

/// <summary>
/// A complete detector as the program sees it: built from documents, validated, immutable. An unbounded scintillator (a laboratory toy) has no
/// geometry; a purely optical toy has no <see cref="Target"/>.
/// </summary>
public sealed record DetectorDescription
{
    /// <summary>Name of the detector.</summary>
    public required string Name { get; init; }

    /// <summary>Shells, bars and boundary; null for an unbounded scintillator without optics.</summary>
    public DetectorGeometry? Geometry { get; init; }

    /// <summary>Optical media by name; one for every shell.</summary>
    public required ImmutableDictionary<string, OpticalMedium> Media { get; init; }

    /// <summary>Photosensors, large ones first; channel i is element i. Empty where the outer boundary itself detects.</summary>
    public required ImmutableArray<Photosensor> Photosensors { get; init; }

    /// <summary>Light production; null where only particles are simulated.</summary>
    public ScintillationModel? Scintillation { get; init; }

    /// <summary>Composition of the scintillator for charged particles and gammas; null for a purely optical toy.</summary>
    public MaterialComposition? Target { get; init; }

    /// <summary>Quenching, Cherenkov and tracking cuts; null for a purely optical toy.</summary>
    public ElectromagneticModel? Electromagnetic { get; init; }

    /// <summary>Transport and capture of neutrons; null where none are declared.</summary>
    public NeutronModel? Neutrons { get; init; }

    /// <summary>Light yield the design promises, PE/MeV (for comparison, never an input of the simulation); null where none is declared.</summary>
    public double? DesignLightYieldPePerMeV { get; init; }

    /// <summary>Published results to compare with; null where none are declared.</summary>
    public PublishedResults? Published { get; init; }

    /// <summary>Reactor antineutrinos; null where none are declared.</summary>
    public ReactorExperiment? Reactors { get; init; }

    /// <summary>Length of the readout window in which dark noise is counted, ns.</summary>
    public double DarkNoiseWindowNs { get; init; }

    /// <summary>Calibration sources.</summary>
    public required ImmutableArray<CalibrationSource> Sources { get; init; }

    /// <summary>Deployment systems.</summary>
    public required ImmutableArray<DeploymentSystem> Systems { get; init; }

    /// <summary>Where sources are stored; null where none is declared and nothing can be deployed.</summary>
    public CalibrationHouse? House { get; init; }

    /// <summary>Laser beams that monitor the transparency of the scintillator; null where none are declared.</summary>
    public TransparencyMonitor? Transparency { get; init; }

    /// <summary>What measures where a source is; null where nothing is declared.</summary>
    public PositioningSystems? Positioning { get; init; }

    /// <summary>Readout of charges; null where channels are linear.</summary>
    public ChargeReadout? Readout { get; init; }

    /// <summary>Spread of efficiencies and dead channels; null where every channel is as its type declares.</summary>
    public EfficiencySpread? Efficiency { get; init; }

    /// <summary>Pulses, trigger and channels; null where no readout is declared.</summary>
    public Electronics? Electronics { get; init; }

    /// <summary>Relative Gaussian spread of the charge of a photoelectron where energies come from summed charges; null where photoelectrons are counted.</summary>
    public double? ChargeSumResolutionFraction { get; init; }

    /// <summary>Every value the documents mark as an assumption: path, value and reason.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    /// <summary>SHA-256 (hex) of the canonical documents and tables this description was built from.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 (hex) of the part of the documents and tables on which the transport of light depends: geometry, media, photosensors, emission spectrum and efficiency.</summary>
    public required string LightDigest { get; init; }
}
