using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Geometry;
using Isolux.Detector.Layout;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Detector.Building;

/// <summary>Builds the types of photosensors and places them.</summary>
internal sealed class PhotosensorBuilder(SpecificationReader reader)
{
    private const double MmPerM = 1000.0;
    private const string Section = "$.photosensors";

    public ImmutableSortedDictionary<string, PhotosensorType> BuildTypes(PhotosensorsDocument? document)
    {
        var types = ImmutableSortedDictionary.CreateBuilder<string, PhotosensorType>(StringComparer.Ordinal);
        foreach ((string name, PhotosensorTypeDocument type) in document?.Types ?? ImmutableSortedDictionary<string, PhotosensorTypeDocument>.Empty)
        {
            types[name] = BuildType(name, type, $"{Section}.types.{name}");
        }

        if (document is { Spiral: not null, Rings: not null } or { Gaps: not null, Rings: null })
        {
            reader.Fault(Section, null, "sensors sit on rings (with gaps between them) or on a spiral", "give 'rings' (and 'gaps') or 'spiral'");
        }

        return types.ToImmutable();
    }

    public ImmutableArray<Photosensor> Place(
        PhotosensorsDocument? document, ImmutableSortedDictionary<string, PhotosensorType> types, DetectorGeometry? geometry)
    {
        var placed = new List<(Position Centre, PhotosensorType Type)>();
        if (document?.Spiral is { } spiral && Find(types, spiral.Type, Section + ".spiral.type") is { } ball)
        {
            int count = reader.Positive(spiral.Count, Section + ".spiral.count");
            double radiusMm = MmPerM * reader.Positive(spiral.SphereRadiusM, Section + ".spiral.sphereRadiusM");
            reader.ThrowIfFaulty();
            placed.AddRange(SpiralLayout.Generate(count, radiusMm).Select(centre => (centre, ball)));
        }

        if (document?.Rings is { } rings && geometry is not null)
        {
            PlaceRings(rings, document.Gaps, types, geometry, placed);
        }

        return [.. placed.Select((sensor, i) => new Photosensor(ChannelId.FromIndex(i), sensor.Centre, sensor.Type))];
    }

    private PhotosensorType BuildType(string name, PhotosensorTypeDocument type, string path)
    {
        double efficiency = reader.Within(type.PhotonDetectionEfficiency, path + ".photonDetectionEfficiency", 0.0, 1.0);
        SampledCurve pde = SampledCurve.Constant(efficiency);
        if (type.QuantumEfficiencyShape is { } shape)
        {
            SampledCurve? curve = reader.Curve(shape, path + ".quantumEfficiencyShape", "wavelengthNm", "quantumEfficiency", 0.0, 1.0);
            double atReference = type.ReferenceWavelengthNm is { } reference
                ? curve?.Evaluate(reader.Positive(reference, path + ".referenceWavelengthNm")) ?? 1.0
                : 0.0;
            if (atReference > 0)
            {
                pde = curve?.Scale(efficiency / atReference) ?? pde;
            }
            else
            {
                reader.Fault(path + ".referenceWavelengthNm", null, "the shape needs a wavelength at which it is above 0", "give 'referenceWavelengthNm'");
            }
        }

        SampledCurve? acceptance = reader.Curve(type.Acceptance, path + ".acceptance", "angleDegrees", "acceptance", 0.0, 1.0);
        return new PhotosensorType(
            name,
            type.Kind,
            MmPerM * reader.Positive(type.SemiAxisAcrossM, path + ".semiAxisAcrossM"),
            MmPerM * reader.Positive(type.SemiAxisAlongM, path + ".semiAxisAlongM"),
            pde,
            acceptance ?? SampledCurve.Constant(1.0),
            type.Shape == SensorShape.WholeEllipsoid,
            reader.NonNegative(type.TransitTimeSpreadNs, path + ".transitTimeSpreadNs"),
            reader.NonNegative(type.DarkRateHz, path + ".darkRateHz"),
            reader.NonNegative(type.SinglePeResolution, path + ".singlePeResolution"));
    }

    private void PlaceRings(
        RingLayoutDocument rings,
        GapLayoutDocument? gaps,
        ImmutableSortedDictionary<string, PhotosensorType> types,
        DetectorGeometry geometry,
        List<(Position Centre, PhotosensorType Type)> placed)
    {
        const string Path = Section + ".rings";
        double holeRadiusMm = MmPerM * reader.NonNegative(rings.HoleRadiusM, Path + ".holeRadiusM");
        var share = new List<(PhotosensorType Type, int Count)>();
        foreach ((string name, MeasuredCount count) in rings.Counts)
        {
            int number = reader.Positive(count, $"{Path}.counts.{name}");
            if (Find(types, name, $"{Path}.counts.{name}") is { } type)
            {
                share.Add((type, number));
            }
        }

        ImmutableArray<double>[]? columns = reader.Columns(rings.Table, Path + ".table", "thetaDegrees", "radiusM", "slots", "sensors");
        reader.ThrowIfFaulty();
        ImmutableArray<SensorRing> declared = [.. columns![0].Select((thetaDegrees, i) =>
            new SensorRing(Angles.ToRad(thetaDegrees), MmPerM * columns[1][i], (int)columns[2][i], (int)columns[3][i]))];
        int total = declared.Sum(r => r.Sensors);
        if (share.Sum(s => s.Count) != total)
        {
            reader.Fault(Path + ".counts", null, FormattableString.Invariant($"they add up to {share.Sum(s => s.Count)}, the rings hold {total}"), "correct either");
            reader.ThrowIfFaulty();
        }

        double bulbRadiusMm = share.Max(s => s.Type.SemiAxisAcrossMm);
        RingLayout layout = RingLayout.Generate(declared, bulbRadiusMm, geometry.Bars);
        foreach (SensorRing ring in declared.Where(r => r.RadiusMm * Math.Sin(r.ThetaRad) < holeRadiusMm))
        {
            reader.Fault(
                Path + ".table",
                FormattableString.Invariant($"theta {ring.ThetaRad * 180.0 / Math.PI:G6} degrees"),
                "the ring lies inside the hole around the axis",
                "remove the ring or reduce 'holeRadiusM'");
        }

        if (layout.Centres.Length != total)
        {
            reader.Fault(Path + ".table", FormattableString.Invariant($"{layout.Centres.Length} places"), FormattableString.Invariant($"the table promises {total}"), "correct slots or sensors");
        }

        reader.ThrowIfFaulty();
        ImmutableArray<int> assigned = EvenSpread.Assign([.. share.Select(s => s.Count)]);
        placed.AddRange(layout.Centres.Select((centre, i) => (centre, share[assigned[i]].Type)));
        if (gaps is not null && Find(types, gaps.Type, Section + ".gaps.type") is { } small)
        {
            int count = reader.Positive(gaps.Count, Section + ".gaps.count");
            double sphereMm = MmPerM * reader.Positive(gaps.SphereRadiusM, Section + ".gaps.sphereRadiusM");
            reader.ThrowIfFaulty();
            ImmutableArray<Position> sites = GapLayout.FindSites(layout, sphereMm, small.SemiAxisAcrossMm, holeRadiusMm, geometry.Bars);
            if (sites.Length < count)
            {
                reader.Fault(Section + ".gaps.count.value", FormattableString.Invariant($"{count}"), FormattableString.Invariant($"there are {sites.Length} free gaps"), "ask for fewer");
                reader.ThrowIfFaulty();
            }

            placed.AddRange(EvenSpread.Choose(sites, count).Select(centre => (centre, small)));
        }
    }

    private PhotosensorType? Find(ImmutableSortedDictionary<string, PhotosensorType> types, string name, string path)
    {
        if (types.TryGetValue(name, out PhotosensorType? type))
        {
            return type;
        }

        reader.Fault(path, $"\"{name}\"", "no such type of photosensor", "known are " + string.Join(", ", types.Keys));
        return null;
    }
}
