using Isolux.Numerics.Interpolation;
using Isolux.Simulation.Particles;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class CherenkovYieldTests
{
    [Fact]
    public void Threshold_is_where_the_electron_is_as_fast_as_light_in_the_medium()
    {
        // gamma = 1/sqrt(1 - 1/n^2) = 1.3446 for n = 1.4960.
        var yield = new CherenkovYield(SampledCurve.Constant(1.496));
        Assert.Equal(0.1761, yield.ThresholdMeV(), 2e-4);
        Assert.Equal(0.0, yield.PhotonsPerMm(0.175));
        Assert.True(yield.PhotonsPerMm(0.178) > 0);
    }

    [Fact]
    public void A_fast_electron_gives_the_closed_form_of_Frank_and_Tamm()
    {
        // 2 pi alpha (1 - 1/n^2) (1/200 nm - 1/700 nm) for a constant index and beta = 1.
        const double expectedPerMm = 2.0 * Math.PI / 137.035999 * (1.0 - (1.0 / (1.5 * 1.5))) * ((1.0 / 200.0) - (1.0 / 700.0)) * 1e6;
        Assert.Equal(1.0, new CherenkovYield(SampledCurve.Constant(1.5)).PhotonsPerMm(50.0) / expectedPerMm, 3e-4);
    }
}
