namespace Isolux.Detector.Light;

/// <summary>Fluctuation of an electron's energy loss below the delta-ray cut, step by step.</summary>
public enum StragglingModel
{
    /// <summary>The mean restricted loss, no fluctuation.</summary>
    None,

    /// <summary>Compound-Poisson excitation and ionisation (Lassila-Perini and Urban, NIM A 362 (1995) 416).</summary>
    Urban,
}
