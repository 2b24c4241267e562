namespace Isolux.Campaign.Documents;

/// <summary>Cable paid out while a source was located.</summary>
/// <param name="Unit">The loop, e.g. "CLS 1".</param>
/// <param name="CentralM">Central cable, m.</param>
/// <param name="SideM">Side cable, m.</param>
public sealed record CableReadingDocument(string Unit, double CentralM, double SideM);
