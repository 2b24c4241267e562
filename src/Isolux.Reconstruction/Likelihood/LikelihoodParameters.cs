namespace Isolux.Reconstruction.Likelihood;

/// <summary>What is free in the likelihood of an event: position (mm), time (ns) and logarithm of the energy in MeV.</summary>
internal readonly record struct LikelihoodParameters(double XMm, double YMm, double ZMm, double TimeNs, double LogEnergy)
{
    public const int Count = 5;

    public double RadiusMm => Math.Sqrt((XMm * XMm) + (YMm * YMm) + (ZMm * ZMm));

    public LikelihoodParameters Step(ReadOnlySpan<double> step, double scale) => new(
        XMm + (scale * step[0]), YMm + (scale * step[1]), ZMm + (scale * step[2]), TimeNs + (scale * step[3]), LogEnergy + (scale * step[4]));

    public LikelihoodParameters AtRadius(double radiusMm)
    {
        double factor = radiusMm / RadiusMm;
        return this with { XMm = factor * XMm, YMm = factor * YMm, ZMm = factor * ZMm };
    }
}
