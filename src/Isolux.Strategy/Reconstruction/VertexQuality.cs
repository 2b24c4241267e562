using Isolux.Conditions.Payloads;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Strategy.Reconstruction;

/// <summary>How well a sample was reconstructed, over its events that converged.</summary>
/// <param name="Events">Events of the sample.</param>
/// <param name="Converged">Those that converged.</param>
/// <param name="AxisMm">Deviations along x, y and z together, mm.</param>
/// <param name="RadialMm">Deviation along the true radius, outwards, mm.</param>
/// <param name="PolarMm">Deviation along the true polar direction, towards the lower pole, mm.</param>
/// <param name="Pull">Deviations along x, y and z over their error.</param>
/// <param name="EnergyMeV">Energies, MeV.</param>
/// <param name="EnergyRatio">Energy over that of the photoelectrons of light, counted without dark noise and divided by the light expected at the true vertex.</param>
public sealed record VertexQuality(
    int Events,
    int Converged,
    RunningMoments AxisMm,
    RunningMoments RadialMm,
    RunningMoments PolarMm,
    RunningMoments Pull,
    RunningMoments EnergyMeV,
    RunningMoments EnergyRatio)
{
    /// <summary>Fraction of the events that converged.</summary>
    public double ConvergedFraction => (double)Converged / Events;

    /// <summary>Root mean square deviation per axis, mm.</summary>
    public double ResolutionMm => AxisMm.StandardDeviation;

    /// <summary>Compares a sample with its truth.</summary>
    /// <param name="sample">Reconstructed events with what was simulated.</param>
    /// <param name="light">The expected light they were reconstructed with.</param>
    /// <param name="pePerMeV">The light yield they were reconstructed with, PE/MeV.</param>
    public static VertexQuality Of(IReadOnlyCollection<(ReconstructedEvent Event, EventTruth Truth)> sample, ExpectedLightMapPayload light, double pePerMeV)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(light);
        VertexQuality quality = new(sample.Count, sample.Count(pair => pair.Event.Status == RecoStatus.Converged), new(), new(), new(), new(), new(), new());
        foreach ((ReconstructedEvent result, EventTruth truth) in sample.Where(pair => pair.Event.Status == RecoStatus.Converged))
        {
            Position vertex = truth.Vertex;
            Position deviation = result.Vertex - vertex;
            double radiusMm = Math.Max(vertex.RadiusMm, 1e-6);
            double rhoMm = Math.Max(vertex.RhoMm, 1e-6);
            foreach (double component in new[] { deviation.XMm, deviation.YMm, deviation.ZMm })
            {
                quality.AxisMm.Add(component);
                quality.Pull.Add(component / result.VertexErrorMm);
            }

            quality.RadialMm.Add(((deviation.XMm * vertex.XMm) + (deviation.YMm * vertex.YMm) + (deviation.ZMm * vertex.ZMm)) / radiusMm);
            quality.PolarMm.Add(
                ((((deviation.XMm * vertex.XMm) + (deviation.YMm * vertex.YMm)) * vertex.ZMm / rhoMm) - (deviation.ZMm * rhoMm)) / radiusMm);
            quality.EnergyMeV.Add(result.Energy.MeV);
            quality.EnergyRatio.Add(result.Energy.MeV * pePerMeV * light.Light.Evaluate(vertex, out _) / truth.LpmtPhotoElectrons);
        }

        return quality;
    }
}
