using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>One row of the program: one source, carried by one system after another.</summary>
/// <param name="Name">Name of the row in tables.</param>
/// <param name="Source">Name of the source as the detector declares it.</param>
/// <param name="Legs">One deployment each.</param>
public sealed record CampaignRow(string Name, string Source, ImmutableArray<CampaignLeg> Legs);
