using Isolux.Detector.Documents;
using Isolux.Detector.Readout;

namespace Isolux.Detector.Building;

/// <summary>Reads the section 'readout'.</summary>
internal sealed class ReadoutBuilder(SpecificationReader reader)
{
    // Below 2 PE the charge could not grow with the light; a spread of a third keeps every channel above it.
    private const double LeastHalvedPe = 2.0;
    private const double MostHalvedPe = 1e6;
    private const double LargestSpreadFraction = 0.3;

    public ChargeReadout? Build(ReadoutDocument? document) => document is null
        ? null
        : new ChargeReadout(
            reader.Within(document.ChargeHalvedAtPe, "$.readout.chargeHalvedAtPe", LeastHalvedPe, MostHalvedPe),
            reader.Within(document.ChargeHalvedSpreadFraction, "$.readout.chargeHalvedSpreadFraction", 0.0, LargestSpreadFraction));
}
