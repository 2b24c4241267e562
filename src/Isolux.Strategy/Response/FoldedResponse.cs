using Isolux.Quantities;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Response;

/// <summary>
/// The perfectly known response to one kind of event relative to the centre: the light map folded with the spatial spread of showers whose energy stays whole.
/// Stored as the ratio of folded to plain map on a dense grid even in ((r/R)^3, cos theta), because that ratio is smooth where the map itself is not.
/// </summary>
internal sealed class FoldedResponse
{
    private const int RadialCells = 40;
    private const int PolarCells = 40;

    private readonly LightMap _map;
    private readonly ChannelEfficiencyMap? _efficiencies;
    private readonly double _maximumRadiusMm;
    private readonly double[] _ratios;
    private readonly double _centre;

    private FoldedResponse(LightMap map, ChannelEfficiencyMap? efficiencies, double maximumRadiusMm, double[] ratios, double centre)
    {
        _map = map;
        _efficiencies = efficiencies;
        _maximumRadiusMm = maximumRadiusMm;
        _ratios = ratios;
        _centre = centre;
    }

    /// <summary>Nodes of the dense map.</summary>
    public static int NodeCount => (RadialCells + 1) * (PolarCells + 1);

    /// <summary>Folds the map with stored showers.</summary>
    /// <param name="map">Light map.</param>
    /// <param name="efficiencies">What unequal channels make of the light, taken at the point because it is smooth; null where all are nominal.</param>
    /// <param name="templates">Showers about their vertex.</param>
    /// <param name="anchor">What the position of a response means.</param>
    /// <param name="maximumRadiusMm">Radius up to which the response is needed, mm.</param>
    /// <param name="templatesPerNode">Showers folded at each node; nodes take turns through all of them.</param>
    /// <param name="threadCount">Threads.</param>
    public static FoldedResponse Fold(
        LightMap map, ChannelEfficiencyMap? efficiencies, ShowerTemplate[] templates, ResponseAnchor anchor, double maximumRadiusMm, int templatesPerNode, int threadCount)
    {
        double[] ratios = new double[NodeCount];
        Parallel.For(0, NodeCount, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, node =>
        {
            double radiusMm = maximumRadiusMm * Math.Cbrt((double)(node / (PolarCells + 1)) / RadialCells);
            double cosTheta = (2.0 * (node % (PolarCells + 1)) / PolarCells) - 1.0;
            ratios[node] = NodeRatio(map, templates, anchor, radiusMm, cosTheta, (long)node * templatesPerNode, templatesPerNode);
        });
        double centre = NodeRatio(map, templates, ResponseAnchor.Vertex, 0.0, 1.0, 0, templates.Length) * map.Evaluate(Position.Centre);
        return new FoldedResponse(map, efficiencies, maximumRadiusMm, ratios, centre * (efficiencies?.Evaluate(Position.Centre) ?? 1.0));
    }

    /// <summary>Response at a point relative to the centre, azimuthal structure included.</summary>
    public double Evaluate(Position point) =>
        Ratio(point.RadiusMm, point.CosTheta) * _map.Evaluate(point) * (_efficiencies?.Evaluate(point) ?? 1.0) / _centre;

    /// <summary>Response at radius (mm) and cos(theta) relative to the centre, averaged over azimuth.</summary>
    public double EvaluateAzimuthalMean(double radiusMm, double cosTheta) =>
        Ratio(radiusMm, cosTheta) * _map.AzimuthalMean(radiusMm, cosTheta) * (_efficiencies?.AzimuthalMean(radiusMm, cosTheta) ?? 1.0) / _centre;

    private double Ratio(double radiusMm, double cosTheta)
    {
        double fraction = Math.Min(radiusMm / _maximumRadiusMm, 1.0);
        double x = fraction * fraction * fraction * RadialCells;
        double y = 0.5 * (cosTheta + 1.0) * PolarCells;
        int column = Math.Min((int)x, RadialCells - 1);
        int row = Math.Clamp((int)y, 0, PolarCells - 1);
        int origin = (column * (PolarCells + 1)) + row;
        int next = origin + PolarCells + 1;
        double low = _ratios[origin] + ((y - row) * (_ratios[origin + 1] - _ratios[origin]));
        double high = _ratios[next] + ((y - row) * (_ratios[next + 1] - _ratios[next]));
        return low + ((x - column) * (high - low));
    }

    private static double NodeRatio(
        LightMap map, ShowerTemplate[] templates, ResponseAnchor anchor, double radiusMm, double cosTheta, long first, int count)
    {
        double response = 0;
        double anchorRadiusMm = 0;
        double anchorCosTheta = 0;
        int whole = 0;
        for (int i = 0; i < count; i++)
        {
            // Azimuths even over the turn make the mean over showers a mean over azimuth as well.
            Position vertex = Position.FromSpherical(radiusMm, cosTheta, 2.0 * Math.PI * (i + 0.5) / count);
            if (templates[(first + i) % templates.Length].TryFold(map, vertex, out double folded, out Position centre))
            {
                whole++;
                response += folded;
                anchorRadiusMm += centre.RadiusMm;
                anchorCosTheta += centre.CosTheta;
            }
        }

        return anchor == ResponseAnchor.Vertex
            ? response / whole / map.AzimuthalMean(radiusMm, cosTheta)
            : response / whole / map.AzimuthalMean(anchorRadiusMm / whole, anchorCosTheta / whole);
    }
}
