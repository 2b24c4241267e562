using System.Runtime.Intrinsics;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>
/// The transport of one batch in sixteen lanes. A round moves every lane by one step and then serves the lanes by what the step met: an obstacle or the outer
/// boundary (scalar, the photon ends), a boundary (all lanes at once), an interaction (scalar). Sets of lanes are bit masks.
/// </summary>
internal ref struct LaneTransport
{
    private readonly OpticalModel _model;
    private readonly ObstacleFinder _obstacles;
    private readonly PhotonBatch _start;
    private readonly PhotonKey _key;
    private readonly DetectionMode _mode;
    private readonly PhotonEnds _ends;
    private readonly PhotonLanes _lanes;
    private readonly float[] _indexBehind = new float[PhotonLanes.Count];
    private int _next;
    private uint _live;
    private uint _starting;

    public LaneTransport(OpticalModel model, ObstacleFinder obstacles, PhotonBatch start, PhotonKey key, DetectionMode mode, PhotonEnds ends)
    {
        (_model, _obstacles, _start, _key, _mode, _ends) = (model, obstacles, start, key, mode, ends);
        _lanes = new PhotonLanes(model);
    }

    public void Run()
    {
        Refill();
        while (_live != 0)
        {
            StartFlights();
            uint interacting = Aim();
            MeetObstacles();
            Move();
            Cross(_live & ~interacting);
            Interact(_live & interacting);
            Refill();
        }
    }

    /// <summary>Gives every lane without a photon the next one of the batch, as long as there are any.</summary>
    private void Refill()
    {
        uint vacant = ~_live & ((1u << PhotonLanes.Count) - 1);
        while (vacant != 0 && _next < _start.Count)
        {
            int lane = PhotonLanes.Take(ref vacant);
            while (_next < _start.Count && !Load(lane, _next++))
            {
            }
        }
    }

    /// <summary>Loads a photon into a lane; false where it starts outside all shells, which is its end.</summary>
    private bool Load(int lane, int photon)
    {
        var position = new Float3(_start.XMm[photon], _start.YMm[photon], _start.ZMm[photon]);
        float radiusSquared = Float3.Dot(position, position);
        int shell = _model.ShellAt(radiusSquared);
        _lanes.Photon[lane] = (uint)photon;
        _lanes.TimeNs[lane] = _start.TimeNs[photon];
        (_lanes.X[lane], _lanes.Y[lane], _lanes.Z[lane]) = (position.X, position.Y, position.Z);
        if (shell == OpticalModel.NoShell)
        {
            End(lane, new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f));
            return false;
        }

        _lanes.RadiusSquared[lane] = radiusSquared;
        _lanes.Flight[lane] = 0;
        _lanes.Wavelength[lane] = _model.Grid.IndexOf(_start.WavelengthNm[photon]);
        _lanes.Turn(
            lane,
            new Float3(_start.DirectionX[photon], _start.DirectionY[photon], _start.DirectionZ[photon]),
            new Float3(_start.PolarisationX[photon], _start.PolarisationY[photon], _start.PolarisationZ[photon]));
        _lanes.Enter(lane, shell);
        _live |= 1u << lane;
        _starting |= 1u << lane;
        return true;
    }

    /// <summary>Draws depth and choice of the lanes that begin a flight.</summary>
    private void StartFlights()
    {
        if (_starting == 0)
        {
            return;
        }

        Vector512<float> starting = PhotonLanes.Mask(_starting);
        _starting = 0;
        PhiloxLanes words = Draws.Transport(_key, Vector512.Create(_lanes.Photon), Vector512.Create(_lanes.Flight), Vector512<uint>.Zero);
        Vector512<float> depth = -Elementary32Lanes.Log(PhiloxLanes.ToOpenUnit(words.Word0));
        Vector512<float> along = Float3Lanes.Dot(_lanes.Positions(), _lanes.Directions());
        Vector512.ConditionalSelect(starting, depth, Vector512.Create(_lanes.Depth)).CopyTo(_lanes.Depth);
        Vector512.ConditionalSelect(starting, PhiloxLanes.ToOpenUnit(words.Word1), Vector512.Create(_lanes.Choice)).CopyTo(_lanes.Choice);
        Vector512.ConditionalSelect(starting, along, Vector512.Create(_lanes.Along)).CopyTo(_lanes.Along);
        Vector512.AndNot(Vector512.Create(_lanes.Boundaries), starting.AsUInt32()).CopyTo(_lanes.Boundaries);
    }

    /// <summary>Finds the step of every lane to its boundary or interaction, whichever comes first.</summary>
    /// <returns>The lanes that interact.</returns>
    private readonly uint Aim()
    {
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> along = Vector512.Create(_lanes.Along);
        Vector512<float> radiusSquared = Vector512.Create(_lanes.RadiusSquared);
        Vector512<float> outer = Vector512.Create(_lanes.OuterMm);
        Vector512<float> inner = Vector512.Create(_lanes.InnerMm);
        Vector512<float> margin = Vector512.FusedMultiplyAdd(along, along, -radiusSquared);
        Vector512<float> outerDiscriminant = Vector512.FusedMultiplyAdd(outer, outer, margin);
        Vector512<float> innerDiscriminant = Vector512.FusedMultiplyAdd(inner, inner, margin);
        Vector512<float> inwards = Vector512.LessThan(along, zero) & Vector512.GreaterThan(inner, zero) & Vector512.GreaterThan(innerDiscriminant, zero);
        Vector512<float> root = Vector512.Sqrt(Vector512.Max(Vector512.ConditionalSelect(inwards, innerDiscriminant, outerDiscriminant), zero));
        Vector512<float> toBoundary = Vector512.Max(zero, Vector512.ConditionalSelect(inwards, -along - root, root - along));
        Vector512<float> toInteraction = Vector512.Create(_lanes.Depth) * Vector512.Create(_lanes.MeanFreePathMm);
        Vector512<float> interacts = Vector512.LessThan(toInteraction, toBoundary);
        Vector512.ConditionalSelect(interacts, toInteraction, toBoundary).CopyTo(_lanes.StepMm);
        Vector512.ConditionalSelect(inwards, inner, outer).CopyTo(_lanes.TargetMm);
        Vector512.ConditionalSelect(inwards, Vector512.Create(-1.0f), Vector512.Create(1.0f)).CopyTo(_lanes.Outwards);
        root.CopyTo(_lanes.Root);
        return (uint)interacts.ExtractMostSignificantBits();
    }

    /// <summary>Ends the photons whose step meets a bar or a sensor.</summary>
    private void MeetObstacles()
    {
        Vector512<float> radiusSquared = Vector512.Create(_lanes.RadiusSquared);
        Vector512<float> step = Vector512.Create(_lanes.StepMm);
        Vector512<float> endSquared = Vector512.FusedMultiplyAdd(step, (Vector512.Create(2.0f) * Vector512.Create(_lanes.Along)) + step, radiusSquared);
        Vector512<float> near = Vector512.GreaterThan(Vector512.Max(radiusSquared, endSquared), Vector512.Create(_lanes.ObstacleInnerSquared));
        uint candidates = (uint)near.ExtractMostSignificantBits() & _live;
        while (candidates != 0)
        {
            int lane = PhotonLanes.Take(ref candidates);
            Float3 position = _lanes.Position(lane);
            Float3 direction = _lanes.Direction(lane);
            Obstacle obstacle = _obstacles.Find(position, direction, _lanes.RadiusSquared[lane], _lanes.Along[lane], _lanes.StepMm[lane]);
            if (obstacle.Kind == ObstacleKind.None)
            {
                continue;
            }

            position = position.Advance(obstacle.DistanceMm, direction);
            (_lanes.X[lane], _lanes.Y[lane], _lanes.Z[lane]) = (position.X, position.Y, position.Z);
            _lanes.TimeNs[lane] = MathF.FusedMultiplyAdd(obstacle.DistanceMm, _lanes.SlownessNsPerMm[lane], _lanes.TimeNs[lane]);
            End(lane, _obstacles.EndOn(obstacle, _lanes.Wavelength[lane], new Draws(_key, _lanes.Photon[lane]), _mode));
        }
    }

    private readonly void Move()
    {
        Vector512<float> step = Vector512.Create(_lanes.StepMm);
        _lanes.SetPositions(_lanes.Positions().Advance(step, _lanes.Directions()));
        Vector512.FusedMultiplyAdd(step, Vector512.Create(_lanes.SlownessNsPerMm), Vector512.Create(_lanes.TimeNs)).CopyTo(_lanes.TimeNs);
    }

    /// <summary>Takes lanes that reached a boundary across it, or reflects them.</summary>
    private void Cross(uint crossing)
    {
        crossing &= ~LeaveThroughOuterBoundary(crossing);
        if (crossing == 0)
        {
            return;
        }

        for (uint rest = crossing; rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            _indexBehind[lane] = _lanes.IndexBehind(lane);
        }

        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> mask = PhotonLanes.Mask(crossing);
        Vector512<float> depth = Vector512.Create(_lanes.Depth);
        Vector512<float> depthLeft = Vector512.Max(
            Vector512<float>.Zero, Vector512.FusedMultiplyAdd(-Vector512.Create(_lanes.StepMm), Vector512.Create(_lanes.InteractionPerMm), depth));
        Vector512.ConditionalSelect(mask, depthLeft, depth).CopyTo(_lanes.Depth);

        // Back onto the sphere: rounding must not add up over many reflections.
        Vector512<float> radius = Vector512.Create(_lanes.TargetMm);
        Vector512<float> inverseRadius = one / radius;
        Float3Lanes position = _lanes.Positions();
        Float3Lanes onSphere = Vector512.FusedMultiplyAdd(
            Vector512.Create(-0.5f) * inverseRadius * inverseRadius, Float3Lanes.Dot(position, position), Vector512.Create(1.5f)) * position;
        _lanes.SetPositions(Float3Lanes.Select(mask, onSphere, position));
        Vector512.ConditionalSelect(mask, radius * radius, Vector512.Create(_lanes.RadiusSquared)).CopyTo(_lanes.RadiusSquared);

        Vector512<float> n1 = Vector512.Create(_lanes.RefractiveIndex);
        Vector512<float> n2 = Vector512.Create(_indexBehind);
        Vector512<float> bends = Vector512.AndNot(mask, Vector512.Equals(n1, n2));
        Vector512<float> outwards = Vector512.Create(_lanes.Outwards);
        Vector512<float> cosine = Vector512.Min(one, Vector512.Create(_lanes.Root) * inverseRadius);
        Vector512<float> cosineBehind = cosine;
        Float3Lanes direction = _lanes.Directions(), polarisation = _lanes.Polarisations();
        Float3Lanes turned = direction, turnedPolarisation = polarisation;
        Vector512<float> reflected = bends & FresnelLanes.Cross(
            ref turned, ref turnedPolarisation, (outwards * inverseRadius) * onSphere, n1, n2, DrawBoundaryDecisions(bends), ref cosineBehind);
        _lanes.Turn(Float3Lanes.Select(bends, turned, direction), Float3Lanes.Select(bends, turnedPolarisation, polarisation));
        Vector512<float> side = Vector512.ConditionalSelect(reflected, -outwards, outwards);
        Vector512<float> along = side * Vector512.ConditionalSelect(bends, cosineBehind, cosine) * radius;
        Vector512.ConditionalSelect(mask, along, Vector512.Create(_lanes.Along)).CopyTo(_lanes.Along);

        for (uint passed = crossing & ~(uint)reflected.ExtractMostSignificantBits() & _live; passed != 0;)
        {
            int lane = PhotonLanes.Take(ref passed);
            _lanes.Enter(lane, _lanes.Shell[lane] + (int)_lanes.Outwards[lane]);
        }
    }

    /// <summary>Ends the photons that reached the outermost boundary, and returns their lanes.</summary>
    private uint LeaveThroughOuterBoundary(uint crossing)
    {
        Vector512<int> last = Vector512.Equals(Vector512.Create(_lanes.Shell), Vector512.Create(_model.Radii.Length - 1));
        Vector512<float> outwards = Vector512.GreaterThan(Vector512.Create(_lanes.Outwards), Vector512<float>.Zero);
        uint leaving = crossing & (uint)(outwards & last.AsSingle()).ExtractMostSignificantBits();
        for (uint rest = leaving; rest != 0;)
        {
            End(PhotonLanes.Take(ref rest), _model.BoundaryDetects
                ? new PhotonEnd(PhotonFate.Detected, PhotonEnds.OuterBoundary, 1.0f)
                : new PhotonEnd(PhotonFate.Lost, OpticalModel.OutsideLossIndex, 0.0f));
        }

        return leaving;
    }

    /// <summary>Draws the uniform numbers of the boundary decisions; a photon that has used up its draws ends.</summary>
    private Vector512<float> DrawBoundaryDecisions(Vector512<float> bends)
    {
        Vector512<uint> boundaries = Vector512.Create(_lanes.Boundaries);
        Vector512<uint> draw = boundaries + Vector512.Create(2u);
        Vector512<uint> block = draw >> 2;
        (boundaries - bends.AsUInt32()).CopyTo(_lanes.Boundaries);
        Vector512<uint> exhausted = bends.AsUInt32() & Vector512.GreaterThanOrEqual(block, Vector512.Create(ScalarPhotonTracker.BlockLimit));
        for (uint rest = (uint)exhausted.ExtractMostSignificantBits(); rest != 0;)
        {
            End(PhotonLanes.Take(ref rest), new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f));
        }

        PhiloxLanes words = Draws.Transport(_key, Vector512.Create(_lanes.Photon), Vector512.Create(_lanes.Flight), block);
        Vector512<uint> even = Vector512.Equals(draw & Vector512<uint>.One, Vector512<uint>.Zero);
        Vector512<uint> lower = Vector512.Equals(draw & Vector512.Create(2u), Vector512<uint>.Zero);
        return PhiloxLanes.ToOpenUnit(Vector512.ConditionalSelect(
            lower,
            Vector512.ConditionalSelect(even, words.Word0, words.Word1),
            Vector512.ConditionalSelect(even, words.Word2, words.Word3)));
    }

    /// <summary>Absorbs, re-emits or scatters the photons whose flight is over.</summary>
    private void Interact(uint interacting)
    {
        while (interacting != 0)
        {
            int lane = PhotonLanes.Take(ref interacting);
            Float3 position = _lanes.Position(lane);
            _lanes.RadiusSquared[lane] = Float3.Dot(position, position);
            ref readonly MediumRow row = ref _lanes.Row(lane);
            float choice = _lanes.Choice[lane];
            if (choice >= row.AbsorptionFraction)
            {
                Scatter(lane);
            }
            else if (choice >= row.AbsorptionFraction * row.ReemissionProbability)
            {
                End(lane, new PhotonEnd(PhotonFate.Absorbed, _lanes.Shell[lane], 0.0f));
                continue;
            }
            else
            {
                Reemit(lane, row.ReemissionLifetimeNs);
            }

            if (++_lanes.Flight[lane] == ScalarPhotonTracker.FlightLimit)
            {
                End(lane, new PhotonEnd(PhotonFate.Lost, OpticalModel.StepLimitLossIndex, 0.0f));
                continue;
            }

            _starting |= 1u << lane;
        }
    }

    private readonly void Scatter(int lane)
    {
        Float3 direction = _lanes.Direction(lane), polarisation = _lanes.Polarisation(lane);
        Emission.ScatterDipole(ref direction, ref polarisation, new Draws(_key, _lanes.Photon[lane]).Scattering(2 * _lanes.Flight[lane]));
        _lanes.Turn(lane, direction, polarisation);
    }

    private readonly void Reemit(int lane, float lifetimeNs)
    {
        var draws = new Draws(_key, _lanes.Photon[lane]);
        uint block = 2 * _lanes.Flight[lane];
        PhiloxBlock fresh = draws.Scattering(block);
        (Float3 direction, Float3 polarisation) = Emission.Isotropic(fresh.Word0, fresh.Word1, fresh.Word2);
        _lanes.Turn(lane, direction, polarisation);
        _lanes.Wavelength[lane] = _model.Scintillation.DrawNotBelow(_lanes.Wavelength[lane], PhiloxBlock.ToOpenUnit(fresh.Word3));
        _lanes.ReadRow(lane);
        float delay = -Elementary32.Log(PhiloxBlock.ToOpenUnit(draws.Scattering(block + 1).Word0));
        _lanes.TimeNs[lane] = MathF.FusedMultiplyAdd(lifetimeNs, delay, _lanes.TimeNs[lane]);
    }

    /// <summary>Records the end of a lane's photon where the lane now is.</summary>
    private void End(int lane, PhotonEnd end)
    {
        int photon = (int)_lanes.Photon[lane];
        (_ends.Fate[photon], _ends.Location[photon], _ends.Weight[photon]) = (end.Fate, end.Location, end.Weight);
        (_ends.XMm[photon], _ends.YMm[photon], _ends.ZMm[photon]) = (_lanes.X[lane], _lanes.Y[lane], _lanes.Z[lane]);
        _ends.TimeNs[photon] = _lanes.TimeNs[lane];
        _live &= ~(1u << lane);
    }
}
