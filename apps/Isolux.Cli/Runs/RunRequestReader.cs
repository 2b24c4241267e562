using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Storage.Campaigns;
using Isolux.Storage.Documents;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Resolution;

namespace Isolux.Cli.Runs;

/// <summary>Reads the documents of a run.</summary>
internal static class RunRequestReader
{
    /// <summary>The base of the later rows of the resolution table: every real detector has unequal photosensors.</summary>
    public const string DefaultVariationBase = ResolutionRowNames.QeSpread;

    /// <summary>Reads them as named.</summary>
    /// <exception cref="InvalidSpecificationException">A document is wrong.</exception>
    public static RunRequest Read(
        string detectorName, ImmutableArray<string> overlays, string campaignName, ulong seed, double statisticsFactor, RunExtent extent, string variationBase, int threads)
    {
        DetectorDescription detector = DetectorLoader.Load(detectorName, overlays);
        ExpandedPlan plan = CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(campaignName)), detector);
        ImmutableArray<string> names = extent == RunExtent.Full ? [.. DetectorVariations.Names(detectorName).Intersect(ResolutionRowNames.Variations)] : [];
        ImmutableArray<DetectorVariation> variations = names.IsEmpty ? [] : DetectorVariations.Load(detectorName, overlays, names, variationBase);
        var inputs = new RunInputs
        {
            Detector = detectorName,
            DetectorDigest = detector.Digest,
            Overlays = overlays,
            Campaign = campaignName,
            CampaignDigest = plan.Digest,
            Seed = seed,
            StatisticsFactor = statisticsFactor,
            Extent = extent,
            VariationBase = variations.IsEmpty ? null : variationBase,
            VariationDigests = variations.ToImmutableSortedDictionary(variation => variation.Name, variation => variation.Detector.Digest),
        };
        return new RunRequest(detector, plan, variations, inputs, threads);
    }

    /// <summary>Reads again what an earlier run was made from.</summary>
    /// <exception cref="InvalidSpecificationException">A document is wrong or gone.</exception>
    public static RunRequest Read(RunInputs inputs, int threads) =>
        Read(inputs.Detector, inputs.Overlays, inputs.Campaign, inputs.Seed, inputs.StatisticsFactor, inputs.Extent, inputs.VariationBase ?? DefaultVariationBase, threads);
}
