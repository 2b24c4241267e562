using System.Runtime.Intrinsics;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>
/// The transport of one batch in sixteen lanes. Every stage takes photons that wait for the same thing, begins or continues their flight and sorts them by what
/// the step met: a boundary, a scattering, a re-emission, or their end. A photon stays in its lane only until then, so lanes never run empty.
/// </summary>
internal sealed class LaneTransport(LaneOptics optics, ObstacleFinder obstacles, PhotonBatch start, PhotonKey key, DetectionMode mode, PhotonEnds ends)
{
    private readonly OpticalModel _model = optics.Model;
    private readonly PhotonQueue _approaching = new(), _crossing = new(), _scattering = new(), _reemitting = new();
    private readonly ObstacleSearch _search = new(optics.Model);
    private int _next;

    public void Run()
    {
        while (Serve(PhotonLanes.Count) || Launch() || Serve(1))
        {
        }
    }

    /// <summary>Runs a stage for which at least so many photons wait, if there is one.</summary>
    private bool Serve(int least)
    {
        if (_approaching.Count >= least)
        {
            Approach();
        }
        else if (_crossing.Count >= least)
        {
            Cross();
        }
        else if (_scattering.Count >= least)
        {
            Scatter();
        }
        else if (_reemitting.Count >= least)
        {
            Reemit();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Starts the next sixteen photons of the batch, if there are any.</summary>
    private bool Launch()
    {
        if (_next >= start.Count)
        {
            return false;
        }

        Vector512<float> launched = PhotonLanes.First(start.Count - _next);
        PhotonLanes photons = default;
        start.Load(_next, ref photons, out Vector512<float> wavelengthNm);
        photons.Wavelength = optics.WavelengthIndex(wavelengthNm);
        photons.Photon = Vector512.Create((uint)_next) + Vector512<uint>.Indices;
        photons.RadiusSquared = Float3Lanes.Dot(photons.Position, photons.Position);
        photons.Shell = optics.ShellAt(photons.RadiusSquared);
        _next += PhotonLanes.Count;
        Vector512<float> outside = launched & Vector512.Equals(photons.Shell, Vector512.Create(_model.Radii.Length)).AsSingle();
        End(outside, photons, PhotonFate.Lost, Vector512.Create(OpticalModel.OutsideLossIndex));
        photons.Shell = Vector512.ConditionalSelect(outside.AsInt32(), Vector512<int>.Zero, photons.Shell);
        StartFlight(Vector512.AndNot(launched, outside), ref photons);
        return true;
    }

    /// <summary>Draws depth and choice of a flight.</summary>
    private void StartFlight(Vector512<float> starting, ref PhotonLanes photons)
    {
        PhiloxLanes words = Draws.Transport(key, photons.Photon, photons.Flight, Vector512<uint>.Zero);
        photons.Depth = -Elementary32Lanes.Log(PhiloxLanes.ToOpenUnit(words.Word0));
        photons.Choice = PhiloxLanes.ToOpenUnit(words.Word1);
        photons.Along = Float3Lanes.Dot(photons.Position, photons.Direction);
        photons.Boundaries = Vector512<uint>.Zero;
        Step(starting, ref photons);
    }

    /// <summary>Sends photons on their next step; those whose path may meet an obstacle wait for the search.</summary>
    private void Step(Vector512<float> stepping, ref PhotonLanes photons)
    {
        LaneStep step = optics.Aim(ref photons);
        Vector512<float> near = stepping & step.NearObstacles;
        _approaching.Add(near, photons);
        Move(Vector512.AndNot(stepping, near), ref photons, step);
    }

    /// <summary>Ends the photons whose step meets a bar or a sensor; the others move on.</summary>
    private void Approach()
    {
        Vector512<float> approaching = _approaching.Take(out PhotonLanes photons);
        LaneStep step = optics.Aim(ref photons);
        _search.Find(approaching, photons, step.LengthMm);
        Vector512<float> uniform = mode == DetectionMode.Drawn ? Draws.Detection(key, photons.Photon) : Vector512<float>.Zero;
        uint met = 0;
        for (uint rest = PhotonLanes.Bits(approaching); rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            Obstacle obstacle = _search.First(lane);
            if (obstacle.Kind != ObstacleKind.None)
            {
                Float3 position = photons.Position[lane].Advance(obstacle.DistanceMm, photons.Direction[lane]);
                AddStep(photons, lane, obstacle.DistanceMm);
                float timeNs = MathF.FusedMultiplyAdd(obstacle.DistanceMm, step.SlownessNsPerMm[lane], photons.TimeNs[lane]);
                ends.Record((int)photons.Photon[lane], obstacles.EndOn(obstacle, photons.Wavelength[lane], mode, uniform[lane]), position, timeNs);
                met |= 1u << lane;
            }
        }

        Move(Vector512.AndNot(approaching, PhotonLanes.Mask(met)), ref photons, step);
    }

    /// <summary>Moves photons to the end of their step and sorts them by what happens there.</summary>
    private void Move(Vector512<float> moving, ref PhotonLanes photons, in LaneStep step)
    {
        if (PhotonLanes.Bits(moving) == 0)
        {
            return;
        }

        AddSteps(moving, photons, step.LengthMm);
        photons.Position = photons.Position.Advance(step.LengthMm, photons.Direction);
        photons.TimeNs = Vector512.FusedMultiplyAdd(step.LengthMm, step.SlownessNsPerMm, photons.TimeNs);
        Vector512<float> boundary = Vector512.AndNot(moving, step.Interacts);
        if (PhotonLanes.Bits(boundary) != 0)
        {
            photons.Depth = Vector512.Max(
                Vector512<float>.Zero, Vector512.FusedMultiplyAdd(-step.LengthMm, optics.InteractionPerMm.Read(step.Row), photons.Depth));
            Vector512<float> last = Vector512.Equals(photons.Shell, Vector512.Create(_model.Radii.Length - 1)).AsSingle();
            Vector512<float> leaving = boundary & last & Vector512.GreaterThan(photons.Outwards, Vector512<float>.Zero);
            _crossing.Add(Vector512.AndNot(boundary, leaving), photons);
            Leave(leaving, photons);
        }

        SortInteractions(moving & step.Interacts, photons, step.Row);
    }

    /// <summary>Ends photons that are absorbed for good and queues the others.</summary>
    private void SortInteractions(Vector512<float> interacting, in PhotonLanes photons, Vector512<int> row)
    {
        if (PhotonLanes.Bits(interacting) == 0)
        {
            return;
        }

        Vector512<float> scattered = Vector512.GreaterThanOrEqual(photons.Choice, optics.AbsorptionFraction.Read(row));
        Vector512<float> reemitted = Vector512.LessThan(photons.Choice, optics.ReemissionFraction.Read(row));
        _scattering.Add(interacting & scattered, photons);
        _reemitting.Add(Vector512.AndNot(interacting & reemitted, scattered), photons);
        End(Vector512.AndNot(interacting, scattered | reemitted), photons, PhotonFate.Absorbed, photons.Shell);
    }

    /// <summary>Takes photons across a boundary, or reflects them.</summary>
    private void Cross()
    {
        Vector512<float> crossing = _crossing.Take(out PhotonLanes photons);
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> outwards = photons.Outwards;
        Vector512<float> radius = Vector512.ConditionalSelect(
            Vector512.GreaterThan(outwards, Vector512<float>.Zero), optics.OuterMm.Read(photons.Shell), optics.InnerMm.Read(photons.Shell));
        Vector512<float> inverseRadius = one / radius;

        // Back onto the sphere: rounding must not add up over many reflections.
        photons.Position = Vector512.FusedMultiplyAdd(
            Vector512.Create(-0.5f) * inverseRadius * inverseRadius, Float3Lanes.Dot(photons.Position, photons.Position), Vector512.Create(1.5f)) * photons.Position;
        photons.RadiusSquared = radius * radius;

        Vector512<int> behind = photons.Shell + Vector512.ConvertToInt32(outwards);
        Vector512<float> n1 = optics.RefractiveIndex.Read(optics.Row(photons.Shell, photons.Wavelength));
        Vector512<float> n2 = optics.RefractiveIndex.Read(optics.Row(behind, photons.Wavelength));
        Vector512<float> bends = Vector512.AndNot(crossing, Vector512.Equals(n1, n2));
        Vector512<float> uniform = DrawBoundaryDecisions(bends, ref photons, out Vector512<float> exhausted);
        Vector512<float> cosine = Vector512.Min(one, photons.Root * inverseRadius);
        Vector512<float> cosineBehind = cosine;
        Float3Lanes direction = photons.Direction, polarisation = photons.Polarisation;
        Vector512<float> reflected = bends & FresnelLanes.Cross(
            ref direction, ref polarisation, (outwards * inverseRadius) * photons.Position, n1, n2, uniform, ref cosineBehind);
        photons.Direction = Float3Lanes.Select(bends, direction, photons.Direction);
        photons.Polarisation = Float3Lanes.Select(bends, polarisation, photons.Polarisation);
        photons.Along = Vector512.ConditionalSelect(reflected, -outwards, outwards) * Vector512.ConditionalSelect(bends, cosineBehind, cosine) * radius;
        photons.Shell = Vector512.ConditionalSelect(reflected.AsInt32(), photons.Shell, behind);
        Step(Vector512.AndNot(crossing, exhausted), ref photons);
    }

    /// <summary>Draws the uniform numbers of the boundary decisions; a photon that has used up its draws ends.</summary>
    private Vector512<float> DrawBoundaryDecisions(Vector512<float> bends, ref PhotonLanes photons, out Vector512<float> exhausted)
    {
        Vector512<uint> draw = photons.Boundaries + Vector512.Create(2u);
        Vector512<uint> block = draw >> 2;
        photons.Boundaries -= bends.AsUInt32();
        exhausted = bends & Vector512.GreaterThanOrEqual(block, Vector512.Create(ScalarPhotonTracker.BlockLimit)).AsSingle();
        End(exhausted, photons, PhotonFate.Lost, Vector512.Create(OpticalModel.StepLimitLossIndex));
        PhiloxLanes words = Draws.Transport(key, photons.Photon, photons.Flight, block);
        Vector512<uint> even = Vector512.Equals(draw & Vector512<uint>.One, Vector512<uint>.Zero);
        Vector512<uint> lower = Vector512.Equals(draw & Vector512.Create(2u), Vector512<uint>.Zero);
        return PhiloxLanes.ToOpenUnit(Vector512.ConditionalSelect(
            lower,
            Vector512.ConditionalSelect(even, words.Word0, words.Word1),
            Vector512.ConditionalSelect(even, words.Word2, words.Word3)));
    }

    private void Scatter()
    {
        Vector512<float> scattering = _scattering.Take(out PhotonLanes photons);
        if (ends.Paths is { } paths)
        {
            for (uint rest = Innermost(scattering, photons); rest != 0;)
            {
                paths.AddScattering((int)photons.Photon[PhotonLanes.Take(ref rest)]);
            }
        }

        Emission.ScatterDipole(ref photons.Direction, ref photons.Polarisation, Draws.Scattering(key, photons.Photon, photons.Flight << 1));
        NextFlight(scattering, ref photons);
    }

    private void Reemit()
    {
        Vector512<float> reemitting = _reemitting.Take(out PhotonLanes photons);
        if (ends.Paths is { } paths)
        {
            for (uint rest = Innermost(reemitting, photons); rest != 0;)
            {
                paths.AddReemission((int)photons.Photon[PhotonLanes.Take(ref rest)]);
            }
        }

        Vector512<uint> block = photons.Flight << 1;
        PhiloxLanes fresh = Draws.Scattering(key, photons.Photon, block);
        Vector512<float> delay = -Elementary32Lanes.Log(PhiloxLanes.ToOpenUnit(Draws.Scattering(key, photons.Photon, block + Vector512<uint>.One).Word0));
        Vector512<float> lifetimeNs = optics.ReemissionLifetimeNs.Read(optics.Row(photons.Shell, photons.Wavelength));
        (photons.Direction, photons.Polarisation) = Emission.Isotropic(fresh);
        photons.TimeNs = Vector512.FusedMultiplyAdd(lifetimeNs, delay, photons.TimeNs);
        photons.Wavelength = DrawWavelengths(reemitting, photons.Wavelength, PhiloxLanes.ToOpenUnit(fresh.Word3));
        NextFlight(reemitting, ref photons);
    }

    private Vector512<int> DrawWavelengths(Vector512<float> reemitting, Vector512<int> absorbed, Vector512<float> uniform)
    {
        Span<int> wavelength = stackalloc int[PhotonLanes.Count];
        Span<float> uniforms = stackalloc float[PhotonLanes.Count];
        absorbed.CopyTo(wavelength);
        uniform.CopyTo(uniforms);
        for (uint rest = PhotonLanes.Bits(reemitting); rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            wavelength[lane] = _model.Scintillation.DrawNotBelow(wavelength[lane], uniforms[lane]);
        }

        return Vector512.Create<int>(wavelength);
    }

    private void NextFlight(Vector512<float> photonsMask, ref PhotonLanes photons)
    {
        photons.RadiusSquared = Float3Lanes.Dot(photons.Position, photons.Position);
        photons.Flight += Vector512<uint>.One;
        Vector512<float> exhausted = photonsMask & Vector512.Equals(photons.Flight, Vector512.Create(ScalarPhotonTracker.FlightLimit)).AsSingle();
        End(exhausted, photons, PhotonFate.Lost, Vector512.Create(OpticalModel.StepLimitLossIndex));
        StartFlight(Vector512.AndNot(photonsMask, exhausted), ref photons);
    }

    /// <summary>Adds steps to the paths of photons in the innermost shell, where paths are asked for.</summary>
    private void AddSteps(Vector512<float> moving, in PhotonLanes photons, Vector512<float> lengthMm)
    {
        if (ends.Paths is null)
        {
            return;
        }

        for (uint rest = Innermost(moving, photons); rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            AddStep(photons, lane, lengthMm[lane]);
        }
    }

    private void AddStep(in PhotonLanes photons, int lane, float lengthMm)
    {
        if (ends.Paths is { } paths && photons.Shell[lane] == 0)
        {
            ref readonly MediumRow medium = ref _model.Rows[photons.Wavelength[lane]];
            paths.AddStep((int)photons.Photon[lane], lengthMm, medium.InteractionPerMm, medium.AbsorptionFraction);
        }
    }

    private static uint Innermost(Vector512<float> mask, in PhotonLanes photons) =>
        PhotonLanes.Bits(mask & Vector512.Equals(photons.Shell, Vector512<int>.Zero).AsSingle());

    /// <summary>Ends photons that reached the outermost boundary.</summary>
    private void Leave(Vector512<float> leaving, in PhotonLanes photons)
    {
        if (_model.BoundaryDetects)
        {
            End(leaving, photons, PhotonFate.Detected, Vector512.Create(PhotonEnds.OuterBoundary));
        }
        else
        {
            End(leaving, photons, PhotonFate.Lost, Vector512.Create(OpticalModel.OutsideLossIndex));
        }
    }

    private void End(Vector512<float> ending, in PhotonLanes photons, PhotonFate fate, Vector512<int> location)
    {
        float weight = fate == PhotonFate.Detected ? 1.0f : 0.0f;
        for (uint rest = PhotonLanes.Bits(ending); rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            ends.Record((int)photons.Photon[lane], new PhotonEnd(fate, location[lane], weight), photons.Position[lane], photons.TimeNs[lane]);
        }
    }
}
