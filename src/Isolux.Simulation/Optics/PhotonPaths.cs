namespace Isolux.Simulation.Optics;

/// <summary>
/// What photons went through in the innermost shell: element i belongs to photon i of the batch. With it the same photons tell what another scintillator would do to them: where absorption is
/// a times and Rayleigh scattering s times as strong, a photon has the weight a^reemissions s^scatterings exp((1 - a) absorptionDepth + (1 - s) rayleighDepth), exactly.
/// </summary>
public sealed class PhotonPaths
{
    private readonly float[] _absorptionDepth;
    private readonly float[] _rayleighDepth;
    private readonly int[] _reemissions;
    private readonly int[] _scatterings;

    internal PhotonPaths(int capacity)
    {
        (_absorptionDepth, _rayleighDepth) = (new float[capacity], new float[capacity]);
        (_reemissions, _scatterings) = (new int[capacity], new int[capacity]);
    }

    /// <summary>Optical depth of absorption along the path, all wavelengths the photon had.</summary>
    public ReadOnlySpan<float> AbsorptionDepth => _absorptionDepth;

    /// <summary>Optical depth of Rayleigh scattering along the path.</summary>
    public ReadOnlySpan<float> RayleighDepth => _rayleighDepth;

    /// <summary>How often it was absorbed and re-emitted.</summary>
    public ReadOnlySpan<int> Reemissions => _reemissions;

    /// <summary>How often it was scattered.</summary>
    public ReadOnlySpan<int> Scatterings => _scatterings;

    /// <summary>Forgets the paths of the first photons.</summary>
    internal void Clear(int count)
    {
        _absorptionDepth.AsSpan(0, count).Clear();
        _rayleighDepth.AsSpan(0, count).Clear();
        _reemissions.AsSpan(0, count).Clear();
        _scatterings.AsSpan(0, count).Clear();
    }

    /// <summary>Adds a step to a photon's path.</summary>
    internal void AddStep(int photon, float lengthMm, float interactionPerMm, float absorptionFraction)
    {
        float depth = lengthMm * interactionPerMm;
        float absorption = depth * absorptionFraction;
        _absorptionDepth[photon] += absorption;
        _rayleighDepth[photon] += depth - absorption;
    }

    internal void AddReemission(int photon) => _reemissions[photon]++;

    internal void AddScattering(int photon) => _scatterings[photon]++;
}
