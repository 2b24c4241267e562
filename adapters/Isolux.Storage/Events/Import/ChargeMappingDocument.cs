using Isolux.Detector.Documents;

namespace Isolux.Storage.Events.Import;

/// <summary>The column of charges, pedestals subtracted.</summary>
/// <param name="Column">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="UnitsPerPe">How much of the unit the nominal photoelectron is; left out where the unit is PE.</param>
public sealed record ChargeMappingDocument(string Column, ChargeUnit Unit, Measured? UnitsPerPe = null);
