using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>A campaign's document, the file it came from (for messages), and every table of points it names.</summary>
public sealed record CampaignSpecification(
    string File,
    CampaignDocument Document,
    ImmutableDictionary<string, ImmutableArray<SurveyPoint>> Tables);
