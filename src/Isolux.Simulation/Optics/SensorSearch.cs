using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>
/// The first photosensor on each of sixteen paths; lane for lane what <see cref="SensorField.FindFirst"/> finds. Pairs of a path and a sensor near it are listed
/// first, so that the waits for the tables in memory overlap, and then tested sixteen at a time.
/// </summary>
internal sealed class SensorSearch(SensorField sensors)
{
    private const int Capacity = 16 * PhotonLanes.Count;
    private readonly int[] _cell = new int[PhotonLanes.Count];
    private readonly (int First, int End)[] _near = new (int, int)[PhotonLanes.Count];
    private readonly SensorHit[] _first = new SensorHit[PhotonLanes.Count];
    private readonly float[] _nearestMm = new float[PhotonLanes.Count];

    // One pair per element: path, sensor, its type, centre and inverse distance from the detector centre.
    private readonly int[] _path = new int[Capacity], _sensor = new int[Capacity], _type = new int[Capacity];
    private readonly float[] _x = new float[Capacity], _y = new float[Capacity], _z = new float[Capacity], _inverseRadius = new float[Capacity];
    private readonly float[] _distanceMm = new float[PhotonLanes.Count], _cosPolar = new float[PhotonLanes.Count];
    private int _pairs;

    /// <summary>What a lane's path met first.</summary>
    public ReadOnlySpan<SensorHit> First => _first;

    /// <summary>Searches the paths of a set.</summary>
    public void FindFirst(Vector512<float> paths, in PhotonLanes photons, Vector512<float> lengthMm)
    {
        PathWalkLanes walk = PathWalkLanes.Cut(photons.RadiusSquared, photons.Along, lengthMm, sensors.InnerSquared, sensors.OuterSquared, sensors.Grid.MarginRad);
        lengthMm.CopyTo(_nearestMm);
        for (int lane = 0; lane < _first.Length; lane++)
        {
            _first[lane] = new SensorHit(-1, _nearestMm[lane], 0.0f);
        }

        Vector512<int> pieces = walk.Pieces & paths.AsInt32();
        Vector512<float> searching = Vector512.GreaterThan(pieces, Vector512<int>.Zero).AsSingle();
        for (Vector512<int> piece = Vector512<int>.Zero; PhotonLanes.Bits(searching) != 0; piece += Vector512<int>.One)
        {
            Vector512<float> middle = walk.MiddleMm(piece);
            Float3Lanes point = photons.Position.Advance(middle, photons.Direction);
            sensors.Grid.CellsOf(point).CopyTo(_cell);
            ListPairs(PhotonLanes.Bits(searching), point, photons.Direction, middle);
            TestPairs(point, photons.Direction, middle);
            searching &= Vector512.GreaterThan(pieces, piece + Vector512<int>.One).AsSingle();
            if (PhotonLanes.Bits(searching) != 0)
            {
                searching = Vector512.AndNot(searching, FoundWithin(walk.EndMm(piece)));
            }
        }
    }

    /// <summary>Lists the pairs of the paths of a set. First all cells, then all sensors near them: no load waits for the one before it.</summary>
    private void ListPairs(uint paths, in Float3Lanes points, in Float3Lanes directions, Vector512<float> offsetsMm)
    {
        for (uint rest = paths; rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            _near[lane] = sensors.Grid.RangeOf(_cell[lane]);
        }

        for (uint rest = paths; rest != 0;)
        {
            int lane = PhotonLanes.Take(ref rest);
            foreach (int sensor in sensors.Grid.InRange(_near[lane]))
            {
                if (_pairs == Capacity)
                {
                    TestPairs(points, directions, offsetsMm);
                }

                _path[_pairs] = lane;
                _sensor[_pairs++] = sensor;
            }
        }
    }

    /// <summary>Reads what the tests need to know of the listed sensors.</summary>
    private void ReadSensors()
    {
        ReadOnlySpan<int> listed = _sensor.AsSpan(0, _pairs);
        ReadOnlySpan<SensorField.Bulb> bulbs = sensors.Bulbs;
        for (int pair = 0; pair < listed.Length; pair++)
        {
            ref readonly SensorField.Bulb bulb = ref bulbs[listed[pair]];
            (_x[pair], _y[pair], _z[pair]) = (bulb.Centre.X, bulb.Centre.Y, bulb.Centre.Z);
            (_inverseRadius[pair], _type[pair]) = (bulb.InverseRadius, sensors.Types[listed[pair]]);
        }
    }

    private Vector512<float> FoundWithin(Vector512<float> endMm)
    {
        uint found = 0;
        for (int lane = 0; lane < _first.Length; lane++)
        {
            found |= _first[lane].Sensor >= 0 && _first[lane].DistanceMm <= endMm[lane] ? 1u << lane : 0u;
        }

        return PhotonLanes.Mask(found);
    }

    /// <summary>Tests the listed pairs in their order.</summary>
    private void TestPairs(in Float3Lanes points, in Float3Lanes directions, Vector512<float> offsetsMm)
    {
        ReadSensors();
        for (int first = 0; first < _pairs; first += PhotonLanes.Count)
        {
            Vector512<int> path = Vector512.Create(_path, first);
            Vector512<float> met = PhotonLanes.First(_pairs - first) & sensors.Meet(
                Vector512.Create(_type, first),
                new Float3Lanes(Vector512.Create(_x, first), Vector512.Create(_y, first), Vector512.Create(_z, first)),
                Vector512.Create(_inverseRadius, first),
                Float3Lanes.Shuffle(points, path),
                Float3Lanes.Shuffle(directions, path),
                Vector512.Shuffle(offsetsMm, path),
                out Vector512<float> distance,
                out Vector512<float> cosPolar);
            uint rest = PhotonLanes.Bits(met);
            if (rest == 0)
            {
                continue;
            }

            distance.CopyTo(_distanceMm);
            cosPolar.CopyTo(_cosPolar);
            while (rest != 0)
            {
                int pair = PhotonLanes.Take(ref rest);
                ref SensorHit best = ref _first[_path[first + pair]];
                if (_distanceMm[pair] < best.DistanceMm)
                {
                    best = new SensorHit(_sensor[first + pair], _distanceMm[pair], _cosPolar[pair]);
                }
            }
        }

        _pairs = 0;
    }
}
