using Isolux.Quantities;
using Isolux.Simulation.Capsules;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Capsules;

/// <summary>Detection of light by the direction in which it leaves the centre. False-alarm probability 1e-4, fixed seed.</summary>
public sealed class DirectionalDetectionTests
{
    private const int Photons = 200_000;
    private static readonly OpticalModel s_model = new(CapsuleToys.Juno);

    [Fact]
    public void Its_mean_is_the_detection_of_isotropic_light()
    {
        DirectionalDetection detection = DirectionalDetection.Measure(s_model, Position.Centre, Photons, 1, 2, CancellationToken.None);
        LightProbeResult probe = new LightProbe(s_model, 2).Measure(Position.Centre, Photons, 2, CancellationToken.None);
        StatisticalAssert.Agrees(detection.MeanProbability, probe.LpmtError, probe.LpmtProbability, probe.LpmtError, 1e-4);
        StatisticalAssert.RejectsMutant("2 % more", () =>
            StatisticalAssert.Agrees(1.02 * detection.MeanProbability, probe.LpmtError, probe.LpmtProbability, probe.LpmtError, 1e-4));
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        DirectionalDetection one = DirectionalDetection.Measure(s_model, Position.Centre, 20_000, 1, 1, CancellationToken.None);
        DirectionalDetection two = DirectionalDetection.Measure(s_model, Position.Centre, 20_000, 1, 2, CancellationToken.None);
        Assert.Equal(one.Probabilities, two.Probabilities);
        Assert.Equal(one.Errors, two.Errors);
    }
}
