namespace Isolux.Storage.Events.Import;

/// <summary>How a user's table of hits is to be read: their names and units.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="Summary">What the table is, one sentence.</param>
/// <param name="Run">What was recorded.</param>
/// <param name="Event">Which rows are one event.</param>
/// <param name="Channel">The channel of a hit.</param>
/// <param name="Charge">Its charge.</param>
/// <param name="Time">Its time.</param>
public sealed record ImportMappingDocument(
    int FormatVersion,
    string Summary,
    ImportRunDocument Run,
    EventMappingDocument Event,
    ChannelMappingDocument Channel,
    ChargeMappingDocument Charge,
    HitTimeMappingDocument Time);
