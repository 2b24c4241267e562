using Isolux.Detector.Sources;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>
/// The calibration gammas of a source at a point. A neutron source's gamma starts where the neutron was captured, Gaussian about the source; a capture outside
/// the scintillator leaves nothing in it (assumption: light of gammas that enter from outside is not counted).
/// </summary>
public sealed class SourceGenerator(CalibrationSource source, Position position, double scintillatorRadiusMm) : IPrimaryGenerator
{
    /// <inheritdoc/>
    public int MaximumCount => source.GammaLinesMeV.Length;

    /// <inheritdoc/>
    public int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries)
    {
        RandomSequence random = new(seed, run, RandomStream.NeutronCapture, eventIndex, 0);
        Position start = position;
        if (source.CaptureSpreadMm > 0)
        {
            start += new Position(
                source.CaptureSpreadMm * random.NextNormal(),
                source.CaptureSpreadMm * random.NextNormal(),
                source.CaptureSpreadMm * random.NextNormal());
        }

        if (start.RadiusMm >= scintillatorRadiusMm)
        {
            return 0;
        }

        for (int i = 0; i < source.GammaLinesMeV.Length; i++)
        {
            primaries[i] = new Primary(ParticleKind.Gamma, source.GammaLinesMeV[i], start, null, 0.0);
        }

        return source.GammaLinesMeV.Length;
    }
}
