using System.Collections.Immutable;

namespace Isolux.Campaign.Documents;

/// <summary>A campaign as declared: what is to be measured, not how the sources get there.</summary>
/// <param name="FormatVersion">Version of the document's format; 1.</param>
/// <param name="Name">Name of the campaign.</param>
/// <param name="Source">Where the program comes from.</param>
/// <param name="Run">Run number of the data.</param>
/// <param name="Rows">Rows of the program, in the order of work.</param>
public sealed record CampaignDocument(int FormatVersion, string Name, string Source, int Run, ImmutableArray<CampaignRow> Rows);
