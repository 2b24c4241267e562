using System.Runtime.CompilerServices;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Follows one photon after the other. A flight is the way to the next interaction, at an exponential optical depth, across any number of boundaries; every flight
/// has its own Philox blocks (transport: depth, choice and boundary decisions; scattering: the new direction). The shell is part of the state and never found
/// again from the position, and on a boundary radius and radial cosine are known exactly, so rounding cannot make a photon meet the same boundary twice.
/// </summary>
/// <param name="model">The detector's optics.</param>
public sealed class ScalarPhotonTracker(OpticalModel model) : IPhotonTracker
{
    internal const uint FlightLimit = 1u << 16;
    internal const uint BlockLimit = 1u << 16;
    private readonly OpticalModel _model = model ?? throw new ArgumentNullException(nameof(model));
    private readonly ObstacleFinder _obstacles = new(model);

    /// <inheritdoc/>
    public void Track(PhotonBatch start, PhotonKey key, DetectionMode mode, PhotonEnds ends)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Fate.Length < start.Count)
        {
            throw new ArgumentException($"There is room for {ends.Fate.Length} ends but the batch holds {start.Count} photons.", nameof(ends));
        }

        ReadOnlySpan<float> x = start.XMm, y = start.YMm, z = start.ZMm;
        ReadOnlySpan<float> directionX = start.DirectionX, directionY = start.DirectionY, directionZ = start.DirectionZ;
        ReadOnlySpan<float> polarisationX = start.PolarisationX, polarisationY = start.PolarisationY, polarisationZ = start.PolarisationZ;
        ReadOnlySpan<float> wavelengthNm = start.WavelengthNm, timeNs = start.TimeNs;
        Span<PhotonFate> fate = ends.Fate;
        Span<int> location = ends.Location;
        Span<float> endX = ends.XMm, endY = ends.YMm, endZ = ends.ZMm, endNs = ends.TimeNs, weight = ends.Weight;
        for (int i = 0; i < x.Length; i++)
        {
            var photon = new Photon(
                new Float3(x[i], y[i], z[i]),
                new Float3(directionX[i], directionY[i], directionZ[i]),
                new Float3(polarisationX[i], polarisationY[i], polarisationZ[i]),
                _model.Grid.IndexOf(wavelengthNm[i]),
                timeNs[i]);
            PhotonEnd end = Follow(ref photon, new Draws(key, (uint)i), mode);
            (fate[i], location[i], weight[i], endNs[i]) = (end.Fate, end.Location, end.Weight, photon.TimeNs);
            (endX[i], endY[i], endZ[i]) = (photon.Position.X, photon.Position.Y, photon.Position.Z);
        }
    }

    private PhotonEnd Follow(ref Photon photon, Draws draws, DetectionMode mode)
    {
        float[] radii = _model.Radii;
        Float3 position = photon.Position;
        Float3 direction = photon.Direction;
        Float3 polarisation = photon.Polarisation;
        float timeNs = photon.TimeNs;
        int wavelength = photon.Wavelength;
        float radiusSquared = Float3.Dot(position, position);
        int shell = _model.ShellAt(radiusSquared);
        if (shell == OpticalModel.NoShell)
        {
            return new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f);
        }

        for (uint flight = 0; flight < FlightLimit; flight++)
        {
            PhiloxBlock words = draws.Transport(flight, 0);
            float depth = -Elementary32.Log(PhiloxBlock.ToOpenUnit(words.Word0));
            float choice = PhiloxBlock.ToOpenUnit(words.Word1);
            float along = Float3.Dot(position, direction);
            MediumRow row = Row(shell, wavelength);
            uint boundaries = 0;
            while (true)
            {
                float radius = radii[shell];
                float margin = MathF.FusedMultiplyAdd(along, along, -radiusSquared);
                float discriminant = MathF.FusedMultiplyAdd(radius, radius, margin);
                bool inwards = false;
                if (along < 0.0f && shell > 0)
                {
                    float inner = radii[shell - 1];
                    float innerDiscriminant = MathF.FusedMultiplyAdd(inner, inner, margin);
                    if (innerDiscriminant > 0.0f)
                    {
                        (inwards, radius, discriminant) = (true, inner, innerDiscriminant);
                    }
                }

                float root = MathF.Sqrt(MathF.Max(discriminant, 0.0f));
                float toBoundary = MathF.Max(0.0f, inwards ? -along - root : root - along);
                float toInteraction = depth * row.MeanFreePathMm;
                bool interacts = toInteraction < toBoundary;
                float step = interacts ? toInteraction : toBoundary;
                float endSquared = MathF.FusedMultiplyAdd(step, (2.0f * along) + step, radiusSquared);
                if (MathF.Max(radiusSquared, endSquared) > _model.ObstacleInnerSquared[shell])
                {
                    Obstacle obstacle = _obstacles.Find(position, direction, radiusSquared, along, step);
                    if (obstacle.Kind != ObstacleKind.None)
                    {
                        photon.Position = position.Advance(obstacle.DistanceMm, direction);
                        photon.TimeNs = MathF.FusedMultiplyAdd(obstacle.DistanceMm, row.SlownessNsPerMm, timeNs);
                        return _obstacles.EndOn(obstacle, wavelength, draws, mode);
                    }
                }

                position = position.Advance(step, direction);
                timeNs = MathF.FusedMultiplyAdd(step, row.SlownessNsPerMm, timeNs);
                if (interacts)
                {
                    break;
                }

                if (!inwards && shell == radii.Length - 1)
                {
                    photon.Position = position;
                    photon.TimeNs = timeNs;
                    return _model.BoundaryDetects
                        ? new PhotonEnd(PhotonFate.Detected, PhotonEnds.OuterBoundary, 1.0f)
                        : new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f);
                }

                depth = MathF.Max(0.0f, MathF.FusedMultiplyAdd(-step, row.InteractionPerMm, depth));
                int next = inwards ? shell - 1 : shell + 1;
                MediumRow behind = Row(next, wavelength);
                float outwards = inwards ? -1.0f : 1.0f;
                float inverseRadius = 1.0f / radius;
                float cosine = MathF.Min(1.0f, root * inverseRadius);
                radiusSquared = radius * radius;

                // Back onto the sphere: rounding must not add up over many reflections.
                position = MathF.FusedMultiplyAdd(-0.5f * inverseRadius * inverseRadius, Float3.Dot(position, position), 1.5f) * position;
                if (behind.RefractiveIndex == row.RefractiveIndex)
                {
                    along = outwards * cosine * radius;
                    shell = next;
                    row = behind;
                    continue;
                }

                uint draw = boundaries + 2;
                if ((draw & 3) == 0)
                {
                    if (draw >> 2 == BlockLimit)
                    {
                        photon.Position = position;
                        photon.TimeNs = timeNs;
                        return new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f);
                    }

                    words = draws.Transport(flight, draw >> 2);
                }

                float uniform = PhiloxBlock.ToOpenUnit((draw & 2) == 0
                    ? (draw & 1) == 0 ? words.Word0 : words.Word1
                    : (draw & 1) == 0 ? words.Word2 : words.Word3);
                boundaries++;
                Float3 normal = (outwards * inverseRadius) * position;
                if (Fresnel.Cross(ref direction, ref polarisation, normal, row.RefractiveIndex, behind.RefractiveIndex, uniform, ref cosine))
                {
                    along = -outwards * cosine * radius;
                }
                else
                {
                    along = outwards * cosine * radius;
                    shell = next;
                    row = behind;
                }
            }

            radiusSquared = Float3.Dot(position, position);
            if (choice < row.AbsorptionFraction)
            {
                // The position of the choice inside the absorbed share is again uniform.
                if (choice >= row.AbsorptionFraction * row.ReemissionProbability)
                {
                    photon.Position = position;
                    photon.TimeNs = timeNs;
                    return new PhotonEnd(PhotonFate.Absorbed, shell, 0.0f);
                }

                PhiloxBlock fresh = draws.Scattering(2 * flight);
                (direction, polarisation) = Emission.Isotropic(fresh.Word0, fresh.Word1, fresh.Word2);
                wavelength = _model.Scintillation.DrawNotBelow(wavelength, PhiloxBlock.ToOpenUnit(fresh.Word3));
                float delay = -Elementary32.Log(PhiloxBlock.ToOpenUnit(draws.Scattering((2 * flight) + 1).Word0));
                timeNs = MathF.FusedMultiplyAdd(row.ReemissionLifetimeNs, delay, timeNs);
            }
            else
            {
                Emission.ScatterDipole(ref direction, ref polarisation, draws.Scattering(2 * flight));
            }
        }

        photon.Position = position;
        photon.TimeNs = timeNs;
        return new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MediumRow Row(int shell, int wavelength) => _model.Rows[(shell * _model.Grid.Count) + wavelength];

    private struct Photon(Float3 position, Float3 direction, Float3 polarisation, int wavelength, float timeNs)
    {
        public Float3 Position = position;
        public readonly Float3 Direction = direction;
        public readonly Float3 Polarisation = polarisation;
        public readonly int Wavelength = wavelength;
        public float TimeNs = timeNs;
    }
}
