using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Quantities;

namespace Isolux.Reconstruction;

/// <summary>
/// Visible energy of an event from its counted photoelectrons and its vertex: E = (PE - dark) / (Y0 g(r, theta)), with every constant taken from one
/// resolved snapshot.
/// </summary>
public sealed class EnergyReconstructor
{
    private readonly double _darkNoisePe;
    private readonly double _lightYieldPePerMeV;
    private readonly NonUniformityMapPayload _map;

    /// <summary>Takes the constants out of a snapshot.</summary>
    /// <exception cref="MissingConstantException">The snapshot lacks light yield, dark noise or map.</exception>
    public EnergyReconstructor(ConditionsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _darkNoisePe = snapshot.Get<DarkNoisePayload>().MeanPe;
        _lightYieldPePerMeV = snapshot.Get<LightYieldPayload>().ValuePePerMeV;
        _map = snapshot.Get<NonUniformityMapPayload>();
    }

    /// <summary>Takes the constants themselves.</summary>
    /// <param name="darkNoisePe">Mean dark counts per event, PE.</param>
    /// <param name="lightYieldPePerMeV">Light yield, PE/MeV.</param>
    /// <param name="map">Response over position.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dark noise is negative or the light yield not positive.</exception>
    public EnergyReconstructor(double darkNoisePe, double lightYieldPePerMeV, NonUniformityMapPayload map)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(darkNoisePe);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lightYieldPePerMeV);
        ArgumentNullException.ThrowIfNull(map);
        _darkNoisePe = darkNoisePe;
        _lightYieldPePerMeV = lightYieldPePerMeV;
        _map = map;
    }

    /// <summary>The same map with another light yield and dark noise, as a calibration at the centre alone renews them.</summary>
    /// <param name="darkNoisePe">Mean dark counts per event, PE.</param>
    /// <param name="lightYieldPePerMeV">Light yield, PE/MeV.</param>
    /// <exception cref="ArgumentOutOfRangeException">The dark noise is negative or the light yield not positive.</exception>
    public EnergyReconstructor Recalibrated(double darkNoisePe, double lightYieldPePerMeV) => new(darkNoisePe, lightYieldPePerMeV, _map);

    /// <summary>Energy of one event.</summary>
    /// <param name="chargePe">Counted photoelectrons or their summed charge, dark noise included.</param>
    /// <param name="vertex">Vertex to correct for; a vertex reconstructed outside the scintillator counts as on its surface.</param>
    public VisibleEnergy Reconstruct(double chargePe, Position vertex)
    {
        double radiusMm = Math.Min(vertex.RadiusMm, _map.ReferenceRadiusMm);
        return VisibleEnergy.FromMeV((chargePe - _darkNoisePe) / (_lightYieldPePerMeV * _map.Evaluate(radiusMm, vertex.CosTheta)));
    }

    /// <summary>Energy without the position correction.</summary>
    /// <param name="chargePe">Counted photoelectrons or their summed charge, dark noise included.</param>
    public VisibleEnergy WithoutPosition(double chargePe) =>
        VisibleEnergy.FromMeV((chargePe - _darkNoisePe) / _lightYieldPePerMeV);
}
