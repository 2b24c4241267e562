using System.Collections.Immutable;
using Isolux.Detector.Capsules;
using Isolux.Detector.Documents;
using Isolux.Detector.Sources;

namespace Isolux.Detector.Building;

/// <summary>Builds the calibration sources, ordered by name.</summary>
internal sealed class SourcesBuilder(SpecificationReader reader, ImmutableSortedDictionary<string, SourceCapsule> capsules)
{
    public ImmutableArray<CalibrationSource> Build(ImmutableSortedDictionary<string, SourceDocument>? documents)
    {
        var sources = ImmutableArray.CreateBuilder<CalibrationSource>();
        foreach ((string name, SourceDocument document) in documents ?? ImmutableSortedDictionary<string, SourceDocument>.Empty)
        {
            string path = "$.sources." + name;
            ImmutableArray<double> linesMeV = reader.Within(document.GammaLinesMeV, path + ".gammaLinesMeV", 1e-3, 20.0);
            if (linesMeV.IsEmpty && document.Kind is not (SourceKind.Laser or SourceKind.Cosmogenic))
            {
                reader.Fault(path + ".gammaLinesMeV.values", "[]", "only a laser and a cosmogenic beta emitter have no gamma", "give the energies");
            }

            double spreadM = document.CaptureSpreadM is { } spread ? reader.NonNegative(spread, path + ".captureSpreadM") : 0.0;
            sources.Add(new CalibrationSource(name, document.Kind, linesMeV, reader.Positive(document.RateHz, path + ".rateHz"), 1000.0 * spreadM)
            {
                HalfLifeS = document.HalfLifeS is { } halfLife ? reader.Positive(halfLife, path + ".halfLifeS") : null,
                ReferenceDate = ReferenceDate(document, path),
                Decay = Decay(document, path),
                Laser = Laser(document.Laser, path + ".laser"),
                Capsule = Capsule(document.Capsule, path + ".capsule"),
            });
        }

        return sources.ToImmutable();
    }

    private DateOnly? ReferenceDate(SourceDocument document, string path)
    {
        if (document.ReferenceDate is not { } date)
        {
            return null;
        }

        reader.RequireSource(date.Source, path + ".referenceDate");
        if (document.HalfLifeS is null)
        {
            reader.Fault(path + ".referenceDate", null, "a rate decays from its reference date with the half-life, and none is given", "add 'halfLifeS'");
        }

        return date.Value;
    }

    private DecayScheme? Decay(SourceDocument document, string path)
    {
        DecayScheme? scheme = new DecaySchemeBuilder(reader).Build(document.Decay, path + ".decay");
        bool hasNeutron = scheme?.Branches.Any(branch => branch.NeutronSpectrum is not null) ?? false;
        if (scheme is not null && hasNeutron != (document.Kind == SourceKind.Neutron))
        {
            reader.Fault(path + ".decay", null, "neutron sources, and no others, emit neutrons", "correct 'kind' or give a branch its 'neutron'");
        }

        return scheme;
    }

    private SourceCapsule? Capsule(string? name, string path)
    {
        if (name is null)
        {
            return null;
        }

        if (capsules.TryGetValue(name, out SourceCapsule? capsule))
        {
            return capsule;
        }

        reader.Fault(path, $"\"{name}\"", "no such capsule is declared", capsules.IsEmpty ? "declare 'capsules'" : "capsules are " + string.Join(", ", capsules.Keys));
        return null;
    }

    private LaserPulse? Laser(LaserDocument? document, string path) => document is null
        ? null
        : new LaserPulse(
            reader.Within(document.WavelengthNm, path + ".wavelengthNm", 100.0, 2000.0),
            reader.Positive(document.PulseWidthNs, path + ".pulseWidthNs"),
            reader.Positive(document.IntensityDecades, path + ".intensityDecades"),
            reader.NonNegative(document.MonitorErrorPercent, path + ".monitorErrorPercent"));
}
