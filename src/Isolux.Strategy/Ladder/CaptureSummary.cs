using Isolux.Detector.Neutrons;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles.Neutrons;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Ladder;

/// <summary>Where and when the neutrons of a source at the centre were captured.</summary>
internal sealed class CaptureSummary
{
    private readonly int[] _captures;

    /// <summary>Sums up decays of a source at the centre.</summary>
    public CaptureSummary(ReadOnlySpan<CorrelatedDecay> decays, NeutronModel model)
    {
        _captures = new int[model.Nuclides.Length];
        foreach (ref readonly CorrelatedDecay decay in decays)
        {
            if (decay.Neutron.Fate != NeutronFate.Captured)
            {
                continue;
            }

            _captures[decay.Neutron.Nuclide]++;
            Position end = decay.Neutron.Position;
            TimeNs.Add(decay.Neutron.TimeNs);
            ThermalDistanceMm.Add(decay.Neutron.ThermalPosition.RadiusMm);
            CaptureDistanceMm.Add(end.RadiusMm);
            SquarePerAxisMm2.Add(end.RadiusMm * end.RadiusMm / 3.0);
        }
    }

    /// <summary>From decay to capture, ns.</summary>
    public RunningMoments TimeNs { get; } = new();

    /// <summary>From the source to where neutrons became thermal, mm.</summary>
    public RunningMoments ThermalDistanceMm { get; } = new();

    /// <summary>From the source to captures, mm.</summary>
    public RunningMoments CaptureDistanceMm { get; } = new();

    /// <summary>Mean over the axes of the squared coordinate of captures, mm2.</summary>
    public RunningMoments SquarePerAxisMm2 { get; } = new();

    /// <summary>Fraction of captures on a nuclide of the model.</summary>
    public double Fraction(int nuclide) => _captures[nuclide] / (double)_captures.Sum();
}
