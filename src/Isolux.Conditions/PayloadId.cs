namespace Isolux.Conditions;

/// <summary>Identity of a payload: SHA-256 of its canonical bytes, 64 lower-case hex digits.</summary>
public readonly record struct PayloadId
{
    /// <summary>An identity from its hex digits.</summary>
    /// <exception cref="ArgumentException">The text is not 64 lower-case hex digits.</exception>
    public PayloadId(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 64 || !hex.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException($"A payload id is 64 lower-case hex digits (it is '{hex}').", nameof(hex));
        }

        Hex = hex;
    }

    /// <summary>The hex digits.</summary>
    public string Hex { get; }

    /// <summary>The first twelve digits, for people.</summary>
    public string Abbreviated => Hex[..12];

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
