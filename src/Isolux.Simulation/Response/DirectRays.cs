using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Light of one wavelength that leaves a point through concentric refracting shells without being scattered. n r sin(angle of incidence) is the same all along (Bouguer), so a
/// ray is given by the central angles at which it meets spheres; its weight is what Fresnel transmits of unpolarised light times what is neither absorbed nor scattered on the way.
/// </summary>
internal sealed class DirectRays
{
    private readonly double[] _radiiMm;
    private readonly double[] _indices;
    private readonly double[] _lossPerMm;

    /// <param name="model">The shells.</param>
    /// <param name="wavelengthIndex">Which of the model's wavelengths.</param>
    /// <param name="stopsMm">Radii of spheres, beside the boundaries of the shells, at which rays are wanted, mm; rays end on the largest.</param>
    public DirectRays(OpticalModel model, int wavelengthIndex, params double[] stopsMm)
    {
        double endMm = stopsMm.Max();
        _radiiMm = [.. model.Radii.Select(radius => (double)radius).Where(radius => radius < endMm).Concat(stopsMm).Distinct().Order()];
        MediumRow[] media = [.. _radiiMm.Select(radius => model.Rows[(ShellEndingAt(model, radius) * model.Grid.Count) + wavelengthIndex])];
        _indices = [.. media.Select(medium => (double)medium.RefractiveIndex)];
        _lossPerMm = [.. media.Select(medium => (double)medium.InteractionPerMm)];
    }

    /// <summary>Radii of the spheres, from the inside out, mm.</summary>
    public ReadOnlySpan<double> RadiiMm => _radiiMm;

    /// <summary>Follows a ray to the outermost sphere.</summary>
    /// <param name="startRadiusMm">Radius of its start, mm.</param>
    /// <param name="angle">Angle between its direction and the outward radius, rad.</param>
    /// <param name="centralAngles">Receives, per sphere, the angle seen from the centre between start and crossing; NaN for spheres inside the start.</param>
    /// <param name="sines">Receives, per sphere, the sine of the angle between ray and radius where it arrives there.</param>
    /// <returns>The weight; 0 for total reflection and for a start beyond the outermost sphere.</returns>
    public double Follow(double startRadiusMm, double angle, Span<double> centralAngles, Span<double> sines)
    {
        if (startRadiusMm >= _radiiMm[^1])
        {
            return 0.0;
        }

        int first = 0;
        while (_radiiMm[first] < startRadiusMm)
        {
            centralAngles[first++] = double.NaN;
        }

        double invariant = _indices[first] * startRadiusMm * Math.Sin(angle);
        double fromMm = startRadiusMm;
        double swept = 0.0;
        double weight = 1.0;
        for (int i = first; i < _radiiMm.Length; i++)
        {
            double sine = invariant / (_indices[i] * _radiiMm[i]);
            double sineBehind = i + 1 < _radiiMm.Length ? invariant / (_indices[i + 1] * _radiiMm[i]) : 0.0;
            if (sine >= 1.0 || sineBehind >= 1.0)
            {
                return 0.0;
            }

            double cosine = Math.Sqrt(1.0 - (sine * sine));
            double cosineBehind = Math.Sqrt(1.0 - (sineBehind * sineBehind));
            swept += angle - Math.Asin(sine);
            centralAngles[i] = swept;
            sines[i] = sine;
            weight *= Math.Exp(-_lossPerMm[i] * ((_radiiMm[i] * cosine) - (fromMm * Math.Cos(angle))));
            if (i + 1 < _radiiMm.Length)
            {
                weight *= Transmission(_indices[i], cosine, _indices[i + 1], cosineBehind);
            }

            angle = Math.Asin(sineBehind);
            fromMm = _radiiMm[i];
        }

        return weight;
    }

    private static int ShellEndingAt(OpticalModel model, double radiusMm)
    {
        int shell = Array.FindIndex(model.Radii, outerMm => outerMm >= radiusMm);
        return shell >= 0 ? shell : model.Radii.Length - 1;
    }

    private static double Transmission(double n1, double cosine1, double n2, double cosine2)
    {
        double s = ((n1 * cosine1) - (n2 * cosine2)) / ((n1 * cosine1) + (n2 * cosine2));
        double p = ((n2 * cosine1) - (n1 * cosine2)) / ((n2 * cosine1) + (n1 * cosine2));
        return 1.0 - (0.5 * ((s * s) + (p * p)));
    }
}
