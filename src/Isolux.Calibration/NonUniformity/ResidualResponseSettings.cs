namespace Isolux.Calibration.NonUniformity;

/// <summary>How residual terms are taken from uniform events of one line.</summary>
public sealed record ResidualResponseSettings
{
    private readonly int _shells = 24;
    private readonly int _degree = 12;

    /// <summary>Shells of equal volume, 2 to 200; default 24, a quarter of a metre thick where total reflection turns the response over.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int Shells
    {
        get => _shells;
        init => _shells = value is >= 2 and <= 200 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There are 2 to 200 shells.");
    }

    /// <summary>Highest degree of the angular terms of a shell, 0 to 40; default 12. Terms the data do not show are shrunk away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int Degree
    {
        get => _degree;
        init => _degree = value is >= 0 and <= 40 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The degree lies in [0, 40].");
    }
}
