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

    /// <summary>Energy of one event.</summary>
    /// <param name="photoElectrons">Counted photoelectrons, dark noise included.</param>
    /// <param name="vertex">Vertex to correct for; a vertex reconstructed outside the scintillator counts as on its surface.</param>
    public VisibleEnergy Reconstruct(int photoElectrons, Position vertex)
    {
        double radiusMm = Math.Min(vertex.RadiusMm, _map.ReferenceRadiusMm);
        return VisibleEnergy.FromMeV((photoElectrons - _darkNoisePe) / (_lightYieldPePerMeV * _map.Evaluate(radiusMm, vertex.CosTheta)));
    }

    /// <summary>Energy without the position correction.</summary>
    /// <param name="photoElectrons">Counted photoelectrons, dark noise included.</param>
    public VisibleEnergy WithoutPosition(int photoElectrons) =>
        VisibleEnergy.FromMeV((photoElectrons - _darkNoisePe) / _lightYieldPePerMeV);
}
