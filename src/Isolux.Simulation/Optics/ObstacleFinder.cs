namespace Isolux.Simulation.Optics;

/// <summary>Finds what a path meets in the water, and decides how a photon ends on it.</summary>
/// <param name="model">The detector's optics.</param>
internal sealed class ObstacleFinder(OpticalModel model)
{
    private readonly BarField? _bars = model.Bars;
    private readonly SensorField? _sensors = model.Sensors;
    private readonly int[] _barLoss = model.BarLoss;

    /// <summary>The first obstacle on a path.</summary>
    /// <param name="position">Start of the path.</param>
    /// <param name="direction">Unit direction.</param>
    /// <param name="radiusSquared">Squared radius of the start, mm^2.</param>
    /// <param name="along">Position times direction, mm.</param>
    /// <param name="lengthMm">Length of the path.</param>
    public Obstacle Find(Float3 position, Float3 direction, float radiusSquared, float along, float lengthMm)
    {
        int bar = -1;
        if (_bars is not null)
        {
            (bar, lengthMm) = _bars.FindFirst(position, direction, radiusSquared, along, lengthMm);
        }

        if (_sensors is not null)
        {
            SensorHit hit = _sensors.FindFirst(position, direction, radiusSquared, along, lengthMm);
            if (hit.Sensor >= 0)
            {
                return new Obstacle(ObstacleKind.Sensor, hit.Sensor, hit.DistanceMm, hit.CosPolar);
            }
        }

        return bar < 0 ? default : new Obstacle(ObstacleKind.Bar, bar, lengthMm, 0.0f);
    }

    /// <summary>The end of a photon that met an obstacle.</summary>
    /// <param name="obstacle">What it met.</param>
    /// <param name="wavelength">Its wavelength index.</param>
    /// <param name="mode">Whether detection is drawn or scored.</param>
    /// <param name="uniform">Uniform number of the detection; without meaning where detection is scored.</param>
    public PhotonEnd EndOn(in Obstacle obstacle, int wavelength, DetectionMode mode, float uniform)
    {
        if (obstacle.Kind == ObstacleKind.Bar)
        {
            return new PhotonEnd(PhotonFate.Lost, _barLoss[obstacle.Index], 0.0f);
        }

        if (obstacle.CosPolar == SensorHit.Back)
        {
            return new PhotonEnd(PhotonFate.Lost, OpticalModel.SensorBackLossIndex, 0.0f);
        }

        float probability = _sensors!.DetectionProbability(obstacle.Index, obstacle.CosPolar, wavelength);
        if (mode == DetectionMode.Expected)
        {
            return new PhotonEnd(PhotonFate.Detected, obstacle.Index, probability);
        }

        return uniform < probability
            ? new PhotonEnd(PhotonFate.Detected, obstacle.Index, 1.0f)
            : new PhotonEnd(PhotonFate.Lost, OpticalModel.SensorLossIndex, 0.0f);
    }
}
