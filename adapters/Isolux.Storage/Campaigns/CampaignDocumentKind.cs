using Isolux.Campaign.Documents;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Campaigns;

/// <summary>Campaigns as documents to check: a JSON file that declares rows of steps, expanded for one detector.</summary>
public static class CampaignDocumentKind
{
    /// <summary>The kind to register with a <see cref="DocumentChecker"/>.</summary>
    /// <param name="detector">The detector whose sources, systems and reach the campaign is checked against.</param>
    public static DocumentKind Create(Func<DetectorDescription> detector) => new("campaign", Recognises, path => Check(path, detector()));

    private static bool Recognises(string path) => path.EndsWith(".json", StringComparison.Ordinal) && File.Exists(path);

    private static string Check(string path, DetectorDescription detector)
    {
        CampaignSpecification specification = CampaignFile.Read(path);
        ExpandedPlan plan = CampaignPlanner.Expand(specification, detector);
        return FormattableString.Invariant(
            $"campaign {plan.Name} in {plan.Detector}: {plan.Rows.Length} rows, {plan.Steps.Length} steps, {plan.TotalMinutes} minutes");
    }
}
