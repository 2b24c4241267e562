namespace Isolux.Storage.Events.Import;

/// <summary>What a user's charges are counted in.</summary>
public enum ChargeUnit
{
    /// <summary>Nominal photoelectrons.</summary>
    Pe,

    /// <summary>Picocoulombs.</summary>
    Pc,

    /// <summary>Counts of an analogue-to-digital converter.</summary>
    Adc,
}
