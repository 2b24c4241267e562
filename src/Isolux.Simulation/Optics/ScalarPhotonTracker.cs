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

        ends.Paths?.Clear(start.Count);
        ReadOnlySpan<float> x = start.XMm, y = start.YMm, z = start.ZMm;
        ReadOnlySpan<float> directionX = start.DirectionX, directionY = start.DirectionY, directionZ = start.DirectionZ;
        ReadOnlySpan<float> polarisationX = start.PolarisationX, polarisationY = start.PolarisationY, polarisationZ = start.PolarisationZ;
        ReadOnlySpan<float> wavelengthNm = start.WavelengthNm, timeNs = start.TimeNs;
        Span<PhotonFate> fate = ends.Fate;
        Span<int> location = ends.Location;
        Span<float> endX = ends.XMm, endY = ends.YMm, endZ = ends.ZMm, endNs = ends.TimeNs, weight = ends.Weight;
        for (int i = 0; i < x.Length; i++)
        {
            var photon = new FlightState
            {
                Position = new Float3(x[i], y[i], z[i]),
                Direction = new Float3(directionX[i], directionY[i], directionZ[i]),
                Polarisation = new Float3(polarisationX[i], polarisationY[i], polarisationZ[i]),
                Wavelength = _model.Grid.IndexOf(wavelengthNm[i]),
                TimeNs = timeNs[i],
                Photon = i,
            };
            PhotonEnd end = Follow(ref photon, new Draws(key, (uint)i), mode, ends.Paths);
            (fate[i], location[i], weight[i], endNs[i]) = (end.Fate, end.Location, end.Weight, photon.TimeNs);
            (endX[i], endY[i], endZ[i]) = (photon.Position.X, photon.Position.Y, photon.Position.Z);
        }
    }

    /// <summary>Follows a photon to its end, flight by flight.</summary>
    private PhotonEnd Follow(ref FlightState photon, Draws draws, DetectionMode mode, PhotonPaths? paths)
    {
        photon.RadiusSquared = Float3.Dot(photon.Position, photon.Position);
        photon.Shell = _model.ShellAt(photon.RadiusSquared);
        if (photon.Shell == OpticalModel.NoShell)
        {
            return new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f);
        }

        for (; photon.Flight < FlightLimit; photon.Flight++)
        {
            if (!Fly(ref photon, draws, mode, paths, out PhotonEnd end) || !Interact(ref photon, draws, paths, out end))
            {
                return end;
            }
        }

        return new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f);
    }

    /// <summary>One flight, across any number of boundaries; false where it ends the photon.</summary>
    private bool Fly(ref FlightState photon, Draws draws, DetectionMode mode, PhotonPaths? paths, out PhotonEnd end)
    {
        photon.Words = draws.Transport(photon.Flight, 0);
        photon.Depth = -Elementary32.Log(PhiloxBlock.ToOpenUnit(photon.Words.Word0));
        photon.Choice = PhiloxBlock.ToOpenUnit(photon.Words.Word1);
        photon.Along = Float3.Dot(photon.Position, photon.Direction);
        photon.Medium = Medium(photon.Shell, photon.Wavelength);
        photon.Boundaries = 0;
        while (true)
        {
            FlightStep step = Aim(photon);
            float endSquared = MathF.FusedMultiplyAdd(step.LengthMm, (2.0f * photon.Along) + step.LengthMm, photon.RadiusSquared);
            if (_model.Gates[photon.Shell].Opens(photon.Position, photon.Direction, step.LengthMm, photon.RadiusSquared, endSquared)
                && EndsOnObstacle(ref photon, step, draws, mode, paths, out end))
            {
                return false;
            }

            Move(ref photon, step.LengthMm, paths);
            if (step.Interacts)
            {
                end = default;
                return true;
            }

            if (!step.Inwards && photon.Shell == _model.Radii.Length - 1)
            {
                end = _model.BoundaryDetects
                    ? new PhotonEnd(PhotonFate.Detected, PhotonEnds.OuterBoundary, 1.0f)
                    : new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f);
                return false;
            }

            if (!Cross(ref photon, step, draws))
            {
                end = new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f);
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FlightStep Aim(in FlightState photon)
    {
        float radius = _model.Radii[photon.Shell];
        float margin = MathF.FusedMultiplyAdd(photon.Along, photon.Along, -photon.RadiusSquared);
        float discriminant = MathF.FusedMultiplyAdd(radius, radius, margin);
        bool inwards = false;
        if (photon.Along < 0.0f && photon.Shell > 0)
        {
            float inner = _model.Radii[photon.Shell - 1];
            float innerDiscriminant = MathF.FusedMultiplyAdd(inner, inner, margin);
            if (innerDiscriminant > 0.0f)
            {
                (inwards, radius, discriminant) = (true, inner, innerDiscriminant);
            }
        }

        float root = MathF.Sqrt(MathF.Max(discriminant, 0.0f));
        float toBoundary = MathF.Max(0.0f, inwards ? -photon.Along - root : root - photon.Along);
        float toInteraction = photon.Depth * photon.Medium.MeanFreePathMm;
        bool interacts = toInteraction < toBoundary;
        return new FlightStep(interacts ? toInteraction : toBoundary, interacts, inwards, radius, root);
    }

    /// <summary>Moves the photon to the first obstacle on its step, if there is one.</summary>
    private bool EndsOnObstacle(ref FlightState photon, in FlightStep step, Draws draws, DetectionMode mode, PhotonPaths? paths, out PhotonEnd end)
    {
        Obstacle obstacle = _obstacles.Find(photon.Position, photon.Direction, photon.RadiusSquared, photon.Along, step.LengthMm);
        if (obstacle.Kind == ObstacleKind.None)
        {
            end = default;
            return false;
        }

        Move(ref photon, obstacle.DistanceMm, paths);
        end = _obstacles.EndOn(obstacle, photon.Wavelength, mode, mode == DetectionMode.Drawn ? draws.Detection() : 0.0f);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(ref FlightState photon, float lengthMm, PhotonPaths? paths)
    {
        if (paths is not null && photon.Shell == 0)
        {
            paths.AddStep(photon.Photon, lengthMm, photon.Medium.InteractionPerMm, photon.Medium.AbsorptionFraction);
        }

        photon.Position = photon.Position.Advance(lengthMm, photon.Direction);
        photon.TimeNs = MathF.FusedMultiplyAdd(lengthMm, photon.Medium.SlownessNsPerMm, photon.TimeNs);
    }

    /// <summary>Takes a photon across the boundary it has reached, or reflects it; false where it has used up its draws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Cross(ref FlightState photon, in FlightStep step, Draws draws)
    {
        int next = step.Inwards ? photon.Shell - 1 : photon.Shell + 1;
        ref readonly MediumRow behind = ref Medium(next, photon.Wavelength);
        float outwards = step.Inwards ? -1.0f : 1.0f;
        float inverseRadius = 1.0f / step.RadiusMm;
        float cosine = MathF.Min(1.0f, step.Root * inverseRadius);
        photon.Depth = MathF.Max(0.0f, MathF.FusedMultiplyAdd(-step.LengthMm, photon.Medium.InteractionPerMm, photon.Depth));
        photon.RadiusSquared = step.RadiusMm * step.RadiusMm;

        // Back onto the sphere: rounding must not add up over many reflections.
        photon.Position = MathF.FusedMultiplyAdd(-0.5f * inverseRadius * inverseRadius, Float3.Dot(photon.Position, photon.Position), 1.5f) * photon.Position;
        bool reflected = false;
        if (behind.RefractiveIndex != photon.Medium.RefractiveIndex)
        {
            if (!DrawBoundaryDecision(ref photon, draws, out float uniform))
            {
                return false;
            }

            Float3 normal = (outwards * inverseRadius) * photon.Position;
            reflected = Fresnel.Cross(
                ref photon.Direction, ref photon.Polarisation, normal, photon.Medium.RefractiveIndex, behind.RefractiveIndex, uniform, ref cosine);
        }

        photon.Along = (reflected ? -outwards : outwards) * cosine * step.RadiusMm;
        if (!reflected)
        {
            (photon.Shell, photon.Medium) = (next, behind);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool DrawBoundaryDecision(ref FlightState photon, Draws draws, out float uniform)
    {
        uint draw = photon.Boundaries++ + 2;
        if ((draw & 3) == 0)
        {
            if (draw >> 2 == BlockLimit)
            {
                uniform = 0.0f;
                return false;
            }

            photon.Words = draws.Transport(photon.Flight, draw >> 2);
        }

        uniform = PhiloxBlock.ToOpenUnit((draw & 2) == 0
            ? (draw & 1) == 0 ? photon.Words.Word0 : photon.Words.Word1
            : (draw & 1) == 0 ? photon.Words.Word2 : photon.Words.Word3);
        return true;
    }

    /// <summary>The end of a flight: absorption (false), re-emission or scattering.</summary>
    private bool Interact(ref FlightState photon, Draws draws, PhotonPaths? paths, out PhotonEnd end)
    {
        photon.RadiusSquared = Float3.Dot(photon.Position, photon.Position);
        end = default;
        ref readonly MediumRow medium = ref photon.Medium;
        if (photon.Choice >= medium.AbsorptionFraction)
        {
            if (photon.Shell == 0)
            {
                paths?.AddScattering(photon.Photon);
            }

            Emission.ScatterDipole(ref photon.Direction, ref photon.Polarisation, draws.Scattering(2 * photon.Flight));
            return true;
        }

        // The position of the choice inside the absorbed share is again uniform.
        if (photon.Choice >= medium.AbsorptionFraction * medium.ReemissionProbability)
        {
            end = new PhotonEnd(PhotonFate.Absorbed, photon.Shell, 0.0f);
            return false;
        }

        if (photon.Shell == 0)
        {
            paths?.AddReemission(photon.Photon);
        }

        PhiloxBlock fresh = draws.Scattering(2 * photon.Flight);
        (photon.Direction, photon.Polarisation) = Emission.Isotropic(fresh.Word0, fresh.Word1, fresh.Word2);
        photon.Wavelength = _model.Scintillation.DrawNotBelow(photon.Wavelength, PhiloxBlock.ToOpenUnit(fresh.Word3));
        float delay = -Elementary32.Log(PhiloxBlock.ToOpenUnit(draws.Scattering((2 * photon.Flight) + 1).Word0));
        photon.TimeNs = MathF.FusedMultiplyAdd(medium.ReemissionLifetimeNs, delay, photon.TimeNs);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly MediumRow Medium(int shell, int wavelength) => ref _model.Rows[(shell * _model.Grid.Count) + wavelength];
}
