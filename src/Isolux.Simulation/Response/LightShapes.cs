using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>The shapes that the geometry of a detector gives to its light maps: total reflection, coverage by sensors with what stands on the axis, bars and their feet.</summary>
internal sealed class LightShapes
{
    private readonly DetectorDescription _detector;
    private readonly DetectorGeometry _geometry;
    private readonly OpticalModel _model;
    private readonly ImmutableArray<OpaqueBar> _offAxis;
    private readonly ImmutableArray<ILightShape> _ofBars;
    private readonly DirectSpectrum _spectrum;
    private readonly LightMapGrid _grid;
    private readonly OpenLightShape _open;

    /// <param name="detector">The detector, with photosensors.</param>
    /// <param name="geometry">Its geometry.</param>
    /// <param name="model">Its optics.</param>
    public LightShapes(DetectorDescription detector, DetectorGeometry geometry, OpticalModel model)
    {
        _detector = detector;
        _geometry = geometry;
        _model = model;
        _offAxis = [.. geometry.Bars.Where(bar => AzimuthalSymmetry.OrderOf([bar]) != 0)];
        _grid = new LightMapGrid(geometry.ScintillatorRadiusMm, 0.5 * geometry.ScintillatorRadiusMm, Math.Max(1, AzimuthalSymmetry.OrderOf(_offAxis)));
        _spectrum = new DirectSpectrum(model, detector.Photosensors.Average(sensor => sensor.Centre.RadiusMm));
        double[] radiiMm = [.. Enumerable.Range(0, _grid.AzimuthalRadialCells + 1).Select(_grid.AzimuthalRadiusMm)];
        _ofBars =
        [
            .. _offAxis.GroupBy(bar => bar.Kind).SelectMany(group =>
            {
                RadialBarKernel kernel = new(model, _spectrum.MedianIndex, group.First(), radiiMm);
                return new ILightShape[] { new ShadowField([.. group], _grid, kernel.Body), new ShadowField([.. group], _grid, kernel.Foot) };
            }),
        ];
        _open = new OpenLightShape(_spectrum, _grid);
    }

    /// <summary>The basis of the map of one family of sensors; without a shape of its own where there are none.</summary>
    public LightMapBasis BasisOf(SensorKind kind)
    {
        Photosensor[] sensors = [.. _detector.Photosensors.Where(sensor => sensor.Type.Kind == kind)];
        ILightShape[] coverage = sensors.Length == 0
            ? []
            : [new CoverageShape(_model, _spectrum.MedianIndex, new SensorCoverage(sensors), _geometry.Bars.Except(_offAxis), _geometry.ScintillatorRadiusMm)];
        return new LightMapBasis(_grid, [_open, .. coverage, .. _ofBars]);
    }
}
