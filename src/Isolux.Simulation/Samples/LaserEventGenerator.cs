using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;

namespace Isolux.Simulation.Samples;

/// <summary>
/// Flashes of the ultraviolet laser: the scintillator absorbs them within millimetres and re-emits isotropically with its own decay times, so a flash is scintillation light of one point and
/// one instant. Every flash of a run has the same mean.
/// </summary>
public sealed class LaserEventGenerator : IEventGenerator
{
    private readonly EnergyDeposit _flash;

    /// <summary>A laser.</summary>
    /// <param name="detector">The detector; needs light and large PMTs.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="position">Where the light is released.</param>
    /// <param name="intensityPe">Mean photoelectrons per flash and large PMT, over all of them, PE.</param>
    /// <exception cref="InvalidSpecificationException">The detector makes no light or has no large PMTs.</exception>
    public LaserEventGenerator(DetectorDescription detector, ResponseMap map, Position position, double intensityPe)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNegative(intensityPe);
        int large = detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        if (detector.Scintillation is not { } light || large == 0)
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                detector.Name, "photosensors", null, "the intensity of a laser is counted in photoelectrons of large PMTs", "declare light and large PMTs"));
        }

        double quenchedMeV = intensityPe * large / (light.PhotonsPerMeV * map.Lpmt.Evaluate(position));
        _flash = new EnergyDeposit(position, 0.0, 0.0, quenchedMeV, 0.0, new UnitVector(0, 0, 1));
    }

    /// <inheritdoc/>
    public bool TriggersItself => true;

    /// <inheritdoc/>
    public EventStart Generate(ulong seed, uint run, uint eventIndex, ShowerBuffer deposits)
    {
        ArgumentNullException.ThrowIfNull(deposits);
        deposits.Clear();
        deposits.Add(_flash);
        return new EventStart(_flash.Position, 0.0);
    }
}
