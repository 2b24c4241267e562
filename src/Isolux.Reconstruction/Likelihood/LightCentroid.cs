using Isolux.Conditions.Payloads;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Length of the mean direction of all light against the radius it comes from, and back. Near the edge total reflection lets the length fall again: there the inverse gives the inner of the two radii.
/// </summary>
internal sealed class LightCentroid
{
    private const int Steps = 400;
    private readonly double[] _lengths = new double[Steps + 1];
    private readonly double _spacingMm;
    private readonly int _largest;

    public LightCentroid(ExpectedLightMapPayload map)
    {
        _spacingMm = map.Light.OuterRadiusMm / Steps;
        for (int i = 0; i <= Steps; i++)
        {
            _lengths[i] = Length(map.Shares, _spacingMm * i);
            _largest = _lengths[i] > _lengths[_largest] ? i : _largest;
        }
    }

    /// <summary>The radius whose light has a mean direction of the given length; the radius of the greatest length beyond it.</summary>
    public double RadiusMm(double length)
    {
        for (int i = 1; i <= _largest; i++)
        {
            if (_lengths[i] >= length && _lengths[i] > _lengths[i - 1])
            {
                double fraction = Math.Clamp((length - _lengths[i - 1]) / (_lengths[i] - _lengths[i - 1]), 0.0, 1.0);
                return _spacingMm * (i - 1 + fraction);
            }
        }

        return _spacingMm * _largest;
    }

    /// <summary>Mean of cos(gamma) = 1 - 2 s^2 with the solid angle 2 s ds.</summary>
    private static double Length(HitShares shares, double radiusMm)
    {
        double sum = 0;
        double weight = 0;
        for (int column = 0; column < shares.Columns; column++)
        {
            double s = (column + 0.5) / shares.Columns;
            double light = s * shares.At(radiusMm, column);
            sum += light * (1.0 - (2.0 * s * s));
            weight += light;
        }

        return sum / weight;
    }
}
