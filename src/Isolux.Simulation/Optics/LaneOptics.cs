using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>The tables of an <see cref="OpticalModel"/>, laid out for sixteen lanes.</summary>
internal sealed class LaneOptics(OpticalModel model)
{
    private readonly Vector512<int> _wavelengths = Vector512.Create(model.Grid.Count);
    private readonly Vector512<float>[] _outerSquared = [.. model.Radii.Select(r => Vector512.Create(r * r))];

    public OpticalModel Model { get; } = model;

    /// <summary>Outer radius by shell.</summary>
    public LaneTable OuterMm { get; } = new(model.Radii);

    /// <summary>Inner radius by shell; 0 at the centre.</summary>
    public LaneTable InnerMm { get; } = new(model.Radii.Take(model.Radii.Length - 1).Prepend(0.0f));

    /// <summary>The gates to the search for obstacles, by shell.</summary>
    public ObstacleGateLanes Gates { get; } = new(model.Gates);

    /// <summary>Fields of <see cref="MediumRow"/> by <see cref="Row"/>.</summary>
    public LaneTable RefractiveIndex { get; } = new(model.Rows.Select(r => r.RefractiveIndex));

    public LaneTable SlownessNsPerMm { get; } = new(model.Rows.Select(r => r.SlownessNsPerMm));

    public LaneTable InteractionPerMm { get; } = new(model.Rows.Select(r => r.InteractionPerMm));

    public LaneTable MeanFreePathMm { get; } = new(model.Rows.Select(r => r.MeanFreePathMm));

    public LaneTable AbsorptionFraction { get; } = new(model.Rows.Select(r => r.AbsorptionFraction));

    /// <summary>Share of interactions that are absorptions followed by re-emission.</summary>
    public LaneTable ReemissionFraction { get; } = new(model.Rows.Select(r => r.AbsorptionFraction * r.ReemissionProbability));

    public LaneTable ReemissionLifetimeNs { get; } = new(model.Rows.Select(r => r.ReemissionLifetimeNs));

    /// <summary>Index of the optics of a shell at a wavelength index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Row(Vector512<int> shell, Vector512<int> wavelength) => (shell * _wavelengths) + wavelength;

    /// <summary>As <see cref="WavelengthGrid.IndexOf"/>.</summary>
    public Vector512<int> WavelengthIndex(Vector512<float> wavelengthNm)
    {
        Vector512<int> index = Vector512.ConvertToInt32(wavelengthNm - Vector512.Create((float)Model.Grid.FirstNm) + Vector512.Create(0.5f));
        return Vector512.Min(Vector512.Max(index, Vector512<int>.Zero), _wavelengths - Vector512<int>.One);
    }

    /// <summary>As <see cref="OpticalModel.ShellAt"/>, but the number of shells where a photon is outside all.</summary>
    public Vector512<int> ShellAt(Vector512<float> radiusSquared)
    {
        Vector512<int> shell = Vector512<int>.Zero;
        foreach (Vector512<float> outerSquared in _outerSquared)
        {
            shell -= Vector512.GreaterThanOrEqual(radiusSquared, outerSquared).AsInt32();
        }

        return shell;
    }

    /// <summary>Finds the step of every photon to its boundary or interaction, whichever comes first.</summary>
    public LaneStep Aim(ref PhotonLanes photons)
    {
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> along = photons.Along;
        Vector512<float> outer = OuterMm.Read(photons.Shell);
        Vector512<float> inner = InnerMm.Read(photons.Shell);
        Vector512<float> margin = Vector512.FusedMultiplyAdd(along, along, -photons.RadiusSquared);
        Vector512<float> outerDiscriminant = Vector512.FusedMultiplyAdd(outer, outer, margin);
        Vector512<float> innerDiscriminant = Vector512.FusedMultiplyAdd(inner, inner, margin);
        Vector512<float> inwards = Vector512.LessThan(along, zero) & Vector512.GreaterThan(inner, zero) & Vector512.GreaterThan(innerDiscriminant, zero);
        Vector512<float> root = Vector512.Sqrt(Vector512.Max(Vector512.ConditionalSelect(inwards, innerDiscriminant, outerDiscriminant), zero));
        Vector512<float> toBoundary = Vector512.Max(zero, Vector512.ConditionalSelect(inwards, -along - root, root - along));
        Vector512<int> row = Row(photons.Shell, photons.Wavelength);
        Vector512<float> toInteraction = photons.Depth * MeanFreePathMm.Read(row);
        Vector512<float> interacts = Vector512.LessThan(toInteraction, toBoundary);
        Vector512<float> length = Vector512.ConditionalSelect(interacts, toInteraction, toBoundary);
        Vector512<float> endSquared = Vector512.FusedMultiplyAdd(length, (Vector512.Create(2.0f) * along) + length, photons.RadiusSquared);
        photons.Root = root;
        photons.Outwards = Vector512.ConditionalSelect(inwards, Vector512.Create(-1.0f), Vector512.Create(1.0f));
        return new LaneStep(
            length,
            interacts,
            Gates.Open(photons, length, endSquared),
            SlownessNsPerMm.Read(row),
            row);
    }
}
