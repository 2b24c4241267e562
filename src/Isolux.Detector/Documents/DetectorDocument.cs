using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>A detector as its documents declare it. Sections that a toy does not need may be left out.</summary>
/// <param name="FormatVersion">Version of this format: 1.</param>
/// <param name="Name">Name of the detector.</param>
/// <param name="Summary">What it is, in a sentence or two.</param>
/// <param name="Geometry">Shells, support and chimney.</param>
/// <param name="Media">Optical media by name, one for every shell.</param>
/// <param name="Photosensors">Types of photosensors and where they sit.</param>
/// <param name="Scintillation">Production of light.</param>
/// <param name="Target">Composition of the scintillator.</param>
/// <param name="Electromagnetic">Quenching, Cherenkov light and tracking cuts, one declared object.</param>
/// <param name="Design">What the design promises: compared with, never simulated from.</param>
/// <param name="Sources">Calibration sources by name.</param>
/// <param name="Systems">Deployment systems.</param>
/// <param name="Neutrons">Transport and capture of neutrons.</param>
/// <param name="Readout">Readout of charges.</param>
/// <param name="Published">Published results to compare with.</param>
/// <param name="Capsules">Capsules of the sources.</param>
/// <param name="Reactors">Reactor antineutrinos.</param>
/// <param name="House">Storage of sources and conditions of its gas.</param>
/// <param name="Transparency">Laser beams that monitor the transparency of the scintillator.</param>
/// <param name="Positioning">What measures where a source is.</param>
public sealed record DetectorDocument(
    int FormatVersion,
    string Name,
    string Summary,
    GeometryDocument? Geometry = null,
    ImmutableSortedDictionary<string, MediumDocument>? Media = null,
    PhotosensorsDocument? Photosensors = null,
    ScintillationDocument? Scintillation = null,
    TargetDocument? Target = null,
    ElectromagneticDocument? Electromagnetic = null,
    DesignDocument? Design = null,
    ImmutableSortedDictionary<string, SourceDocument>? Sources = null,
    SystemsDocument? Systems = null,
    NeutronsDocument? Neutrons = null,
    ReadoutDocument? Readout = null,
    PublishedDocument? Published = null,
    CapsulesDocument? Capsules = null,
    ReactorsDocument? Reactors = null,
    HouseDocument? House = null,
    TransparencyDocument? Transparency = null,
    PositioningDocument? Positioning = null)
{
    /// <summary>The version of the format this program reads.</summary>
    public const int CurrentFormatVersion = 1;
}
