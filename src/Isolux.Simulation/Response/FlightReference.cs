using System.Runtime.CompilerServices;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>
/// A flight time to measure others from: the straight line from a point to the sphere of a family of sensors, at the group velocity of the scintillator at its mean wavelength.
/// What real light takes beyond it changes so little over a cell of a <see cref="PatternGrid"/> that cells need not be small against the spread of times.
/// </summary>
internal sealed class FlightReference
{
    private const double DispersionHalfWidthNm = 1.0;
    private readonly double[] _sensorRadiiMm;

    public FlightReference(DetectorDescription detector)
    {
        _sensorRadiiMm = [MeanRadiusMm(detector, SensorKind.Lpmt), MeanRadiusMm(detector, SensorKind.Spmt)];
        OpticalMedium scintillator = detector.Media[detector.Geometry!.Shells[0].Medium];
        ScintillationModel light = detector.Scintillation!;
        double wavelengthNm = light.MeanWavelengthNm;
        double slope = (scintillator.RefractiveIndex.Evaluate(wavelengthNm + DispersionHalfWidthNm)
            - scintillator.RefractiveIndex.Evaluate(wavelengthNm - DispersionHalfWidthNm)) / (2.0 * DispersionHalfWidthNm);
        SlownessNsPerMm = (scintillator.RefractiveIndex.Evaluate(wavelengthNm) - (wavelengthNm * slope)) / PhysicalConstants.SpeedOfLightMmPerNs;
    }

    /// <summary>Inverse group velocity, ns/mm.</summary>
    public double SlownessNsPerMm { get; }

    /// <summary>Mean radius of the sensors of a family (0 large, 1 small), mm.</summary>
    public double SensorRadiusMm(int family) => _sensorRadiiMm[family];

    /// <summary>The reference, ns.</summary>
    /// <param name="family">0 for large, 1 for small PMTs.</param>
    /// <param name="radiusMm">Radius of the point.</param>
    /// <param name="halfChord">s = sin(gamma/2) of the sensor seen from the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double TimeNs(int family, double radiusMm, double halfChord)
    {
        double across = _sensorRadiiMm[family] - radiusMm;
        return SlownessNsPerMm * Math.Sqrt((across * across) + (4.0 * _sensorRadiiMm[family] * radiusMm * halfChord * halfChord));
    }

    private static double MeanRadiusMm(DetectorDescription detector, SensorKind kind) =>
        detector.Photosensors.Where(sensor => sensor.Type.Kind == kind).Select(sensor => sensor.Centre.RadiusMm).DefaultIfEmpty(0.0).Average();
}
