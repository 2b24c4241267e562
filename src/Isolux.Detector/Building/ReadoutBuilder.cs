using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Readout;

namespace Isolux.Detector.Building;

/// <summary>Reads the section 'readout'.</summary>
internal sealed class ReadoutBuilder(SpecificationReader reader)
{
    // Below 2 PE the charge could not grow with the light; a spread of a third keeps every channel above it, and every other property above 0.
    private const double LeastHalvedPe = 2.0;
    private const double MostHalvedPe = 1e6;
    private const double LargestSpreadFraction = 0.3;
    private const string Path = "$.readout.electronics";

    public ChargeReadout? BuildCharge(ReadoutDocument? document) => document is null
        ? null
        : new ChargeReadout(
            reader.Within(document.ChargeHalvedAtPe, "$.readout.chargeHalvedAtPe", LeastHalvedPe, MostHalvedPe),
            Spread(document.ChargeHalvedSpreadFraction, "$.readout.chargeHalvedSpreadFraction"));

    public double? BuildChargeSumResolution(ReadoutDocument? document) =>
        document?.ChargeSumResolutionFraction is { } declared ? reader.Within(declared, "$.readout.chargeSumResolutionFraction", 0.0, 1.0) : null;

    public EfficiencySpread? BuildEfficiency(EfficiencyDocument? document) => document is null
        ? null
        : new EfficiencySpread(
            Spread(document.RelativePdeSpreadFraction, "$.readout.efficiency.relativePdeSpreadFraction"),
            reader.Within(document.DeadFraction, "$.readout.efficiency.deadFraction", 0.0, 1.0),
            document.DeadRegion);

    /// <param name="document">The section.</param>
    /// <param name="types">Names of the declared types of photosensors.</param>
    public Electronics? BuildElectronics(ElectronicsDocument? document, ImmutableArray<string> types)
    {
        if (document is null)
        {
            return null;
        }

        foreach (string missing in types.Where(type => !document.Channels.ContainsKey(type)))
        {
            reader.Fault(Path + ".channels", null, $"type '{missing}' has no channel properties", $"add '{missing}'");
        }

        foreach (string unknown in document.Channels.Keys.Where(name => !types.Contains(name)))
        {
            reader.Fault($"{Path}.channels.{unknown}", null, "there is no such type of photosensor", "the types are " + string.Join(", ", types));
        }

        return new Electronics(
            reader.NonNegative(document.PulsePairResolutionNs, Path + ".pulsePairResolutionNs"),
            reader.NonNegative(document.TriggerDelayNs, Path + ".triggerDelayNs"),
            reader.NonNegative(document.TriggerClockNs, Path + ".triggerClockNs"),
            reader.NonNegative(document.PreTriggerNs, Path + ".preTriggerNs"),
            document.Channels.ToImmutableSortedDictionary(channel => channel.Key, channel => Build(channel.Value, $"{Path}.channels.{channel.Key}"), StringComparer.Ordinal));
    }

    private ChannelSpread Build(ChannelSpreadDocument document, string path)
    {
        double tailFraction = reader.Within(document.SinglePeTailFraction, path + ".singlePeTailFraction", 0.0, 1.0);
        double tailMeanPe = reader.NonNegative(document.SinglePeTailMeanPe, path + ".singlePeTailMeanPe");
        if (tailFraction * tailMeanPe >= 1.0)
        {
            reader.Fault(path + ".singlePeTailMeanPe", null, "the tail alone would hold the whole mean charge of 1 PE", "lower the fraction or the mean of the tail");
        }

        return new ChannelSpread(
            Spread(document.GainSpreadFraction, path + ".gainSpreadFraction"),
            Spread(document.SinglePeSpreadFraction, path + ".singlePeSpreadFraction"),
            tailFraction,
            tailMeanPe,
            reader.NonNegative(document.TimeOffsetSpreadNs, path + ".timeOffsetSpreadNs"),
            reader.NonNegative(document.TimeWalkNs, path + ".timeWalkNs"),
            Spread(document.TimeWalkSpreadFraction, path + ".timeWalkSpreadFraction"),
            Spread(document.DarkRateSpreadFraction, path + ".darkRateSpreadFraction"),
            reader.Within(document.NoisyFraction, path + ".noisyFraction", 0.0, 1.0),
            reader.Within(document.NoisyRatio, path + ".noisyRatio", 1.0, double.MaxValue));
    }

    private double Spread(Measured measured, string path) => reader.Within(measured, path, 0.0, LargestSpreadFraction);
}
