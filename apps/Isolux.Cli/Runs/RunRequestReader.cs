using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Storage.Campaigns;
using Isolux.Storage.Documents;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Runs;

/// <summary>Reads the documents of a run.</summary>
internal static class RunRequestReader
{
    /// <summary>Reads them as named.</summary>
    /// <exception cref="InvalidSpecificationException">A document is wrong.</exception>
    public static RunRequest Read(
        string detectorName, ImmutableArray<string> overlays, string campaignName, ulong seed, double statisticsFactor, RunExtent extent, int threads)
    {
        DetectorDescription detector = DetectorLoader.Load(detectorName, overlays);
        ExpandedPlan plan = CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find(campaignName)), detector);
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
        };
        return new RunRequest(detector, plan, inputs, threads);
    }

    /// <summary>Reads again what an earlier run was made from.</summary>
    /// <exception cref="InvalidSpecificationException">A document is wrong or gone.</exception>
    public static RunRequest Read(RunInputs inputs, int threads) =>
        Read(inputs.Detector, inputs.Overlays, inputs.Campaign, inputs.Seed, inputs.StatisticsFactor, inputs.Extent, threads);
}
