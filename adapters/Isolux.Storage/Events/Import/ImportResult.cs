namespace Isolux.Storage.Events.Import;

/// <summary>What an import brought in.</summary>
/// <param name="EventCount">Events.</param>
/// <param name="HitCount">Their hits.</param>
/// <param name="HitsLeftOut">Hits that the channel map leaves out; null where the folder was complete already and nothing was read.</param>
public sealed record ImportResult(long EventCount, long HitCount, long? HitsLeftOut);
