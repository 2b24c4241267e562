using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Sources;

namespace Isolux.Detector.Building;

/// <summary>Builds the calibration sources, ordered by name.</summary>
internal sealed class SourcesBuilder(SpecificationReader reader)
{
    public ImmutableArray<CalibrationSource> Build(ImmutableSortedDictionary<string, SourceDocument>? documents)
    {
        var sources = ImmutableArray.CreateBuilder<CalibrationSource>();
        foreach ((string name, SourceDocument document) in documents ?? ImmutableSortedDictionary<string, SourceDocument>.Empty)
        {
            string path = "$.sources." + name;
            ImmutableArray<double> linesMeV = reader.Within(document.GammaLinesMeV, path + ".gammaLinesMeV", 1e-3, 20.0);
            if (linesMeV.IsEmpty && document.Kind != SourceKind.Laser)
            {
                reader.Fault(path + ".gammaLinesMeV.values", "[]", "only a laser has no gamma", "give the energies");
            }

            double spreadM = document.CaptureSpreadM is { } spread ? reader.NonNegative(spread, path + ".captureSpreadM") : 0.0;
            sources.Add(new CalibrationSource(name, document.Kind, linesMeV, reader.Positive(document.RateHz, path + ".rateHz"), 1000.0 * spreadM));
        }

        return sources.ToImmutable();
    }
}
