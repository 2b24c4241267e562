using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Finds what sixteen paths meet in the water; lane for lane what <see cref="ObstacleFinder.Find"/> finds. One object belongs to one thread.</summary>
internal sealed class ObstacleSearch(OpticalModel model)
{
    private readonly BarSearch? _bars = model.Bars is null ? null : new BarSearch(model.Bars);
    private readonly SensorSearch? _sensors = model.Sensors is null ? null : new SensorSearch(model.Sensors);
    private Vector512<float> _lengthMm;

    /// <summary>Searches the paths of a set.</summary>
    public void Find(Vector512<float> paths, in PhotonLanes photons, Vector512<float> lengthMm)
    {
        _lengthMm = _bars is null ? lengthMm : _bars.FindFirst(paths, photons, lengthMm);
        _sensors?.FindFirst(paths, photons, _lengthMm);
    }

    /// <summary>The first obstacle on a lane's path.</summary>
    public Obstacle First(int lane)
    {
        if (_sensors is not null)
        {
            SensorHit hit = _sensors.First[lane];
            if (hit.Sensor >= 0)
            {
                return new Obstacle(ObstacleKind.Sensor, hit.Sensor, hit.DistanceMm, hit.CosPolar);
            }
        }

        int bar = _bars is null ? -1 : _bars.Bar[lane];
        return bar < 0 ? default : new Obstacle(ObstacleKind.Bar, bar, _lengthMm[lane], 0.0f);
    }
}
