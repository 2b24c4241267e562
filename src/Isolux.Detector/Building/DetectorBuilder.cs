using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Detector.Documents;
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

namespace Isolux.Detector.Building;

/// <summary>Turns a detector's document and tables into the description the program works with, after checking what they mean.</summary>
public sealed class DetectorBuilder
{
    private readonly DetectorDocument _document;
    private readonly SpecificationReader _reader;

    /// <summary>A builder for one document.</summary>
    /// <param name="document">The document, after overlays.</param>
    /// <param name="tables">Every table it names, by the name it uses.</param>
    /// <param name="fileOf">The file a JSON path of the document stands in, for messages.</param>
    public DetectorBuilder(DetectorDocument document, ImmutableDictionary<string, DataTable> tables, Func<string, string> fileOf)
    {
        _document = document;
        _reader = new SpecificationReader(tables, fileOf);
    }

    /// <summary>Builds the description.</summary>
    /// <param name="assumptions">The values the documents mark as assumptions.</param>
    /// <param name="digest">SHA-256 (hex) of the canonical documents and tables.</param>
    /// <param name="lightDigest">The same of the part on which the transport of light depends.</param>
    /// <exception cref="InvalidSpecificationException">All faults of meaning at once.</exception>
    public DetectorDescription Build(ImmutableArray<Assumption> assumptions, string digest, string lightDigest)
    {
        if (_document.FormatVersion != DetectorDocument.CurrentFormatVersion)
        {
            string version = FormattableString.Invariant($"{DetectorDocument.CurrentFormatVersion}");
            _reader.Fault("$.formatVersion", FormattableString.Invariant($"{_document.FormatVersion}"), "this program reads version " + version, "convert the document");
            _reader.ThrowIfFaulty();
        }

        ImmutableDictionary<string, OpticalMedium> media = new MediaBuilder(_reader).Build(_document.Media);
        var geometryBuilder = new GeometryBuilder(_reader);
        DetectorGeometry? geometry = geometryBuilder.Build(_document.Geometry, media);
        ScintillationModel? scintillation = new LightBuilder(_reader).BuildScintillation(_document.Scintillation);
        ElectromagneticModel? electromagnetic = new LightBuilder(_reader).BuildElectromagnetic(_document.Electromagnetic);
        MaterialComposition? target = _document.Target is { } composition ? new MaterialBuilder(_reader).Build(composition, "$.target") : null;
        NeutronModel? neutrons = new NeutronsBuilder(_reader).Build(_document.Neutrons, target);
        ImmutableArray<CalibrationSource> sources = new SourcesBuilder(_reader, new CapsulesBuilder(_reader).Build(_document.Capsules)).Build(_document.Sources);
        ImmutableArray<DeploymentSystem> systems = new SystemsBuilder(_reader).Build(_document.Systems);
        CalibrationHouse? house = new HouseBuilder(_reader).Build(_document.House, sources);
        TransparencyMonitor? transparency = new TransparencyBuilder(_reader).Build(_document.Transparency, geometry);
        PositioningSystems? positioning = new PositioningBuilder(_reader).Build(_document.Positioning);
        var sensors = new PhotosensorBuilder(_reader);
        ImmutableSortedDictionary<string, PhotosensorType> types = sensors.BuildTypes(_document.Photosensors);
        var readout = new ReadoutBuilder(_reader);
        ChargeReadout? charge = readout.BuildCharge(_document.Readout);
        EfficiencySpread? efficiency = readout.BuildEfficiency(_document.Readout?.Efficiency);
        double? chargeSumResolution = readout.BuildChargeSumResolution(_document.Readout);
        Electronics? electronics = readout.BuildElectronics(_document.Readout?.Electronics, [.. _document.Photosensors?.Types.Keys ?? []]);
        PublishedResults? published = new PublishedBuilder(_reader).Build(_document.Published);
        ReactorExperiment? reactors = new ReactorsBuilder(_reader).Build(_document.Reactors);
        double? designYield = _document.Design is { } design ? _reader.Positive(design.LightYieldPePerMeV, "$.design.lightYieldPePerMeV") : null;
        double windowNs = _document.Photosensors is { } p ? _reader.NonNegative(p.DarkNoiseWindowNs, "$.photosensors.darkNoiseWindowNs") : 0.0;
        RequireLight(geometry, scintillation);
        _reader.ThrowIfFaulty();

        ImmutableArray<Photosensor> placed = sensors.Place(_document.Photosensors, types, geometry);
        _reader.ThrowIfFaulty();
        return new DetectorDescription
        {
            Name = _document.Name,
            Geometry = geometry,
            Media = media,
            Photosensors = placed,
            Scintillation = scintillation,
            Target = target,
            Electromagnetic = electromagnetic,
            Neutrons = neutrons,
            DesignLightYieldPePerMeV = designYield,
            Published = published,
            Reactors = reactors,
            DarkNoiseWindowNs = windowNs,
            Sources = sources,
            Systems = systems,
            House = house,
            Transparency = transparency,
            Positioning = positioning,
            Readout = charge,
            Efficiency = efficiency,
            Electronics = electronics,
            ChargeSumResolutionFraction = chargeSumResolution,
            Assumptions = assumptions,
            Digest = digest,
            LightDigest = lightDigest,
        };
    }

    private void RequireLight(DetectorGeometry? geometry, ScintillationModel? scintillation)
    {
        if (geometry is not null && scintillation is null)
        {
            _reader.Fault("$.scintillation", null, "a detector with a geometry needs light", "add the section 'scintillation'");
        }

        if (_document.Target is not null != _document.Electromagnetic is not null)
        {
            _reader.Fault("$.electromagnetic", null, "'target' and 'electromagnetic' belong together", "give both or neither");
        }
    }
}
