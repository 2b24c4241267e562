using Isolux.Calibration.LightYield;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;
using Isolux.Testing;
using Isolux.Testing.Calibration;
using Xunit;

namespace Isolux.Tests.Calibration;

public sealed class LightYieldCalibratorTests
{
    private const double DarkPe = 142.7;
    private const double LineMeV = 2.2233;
    private const double LightYieldPePerMeV = 1345.0;
    private const double FalseAlarm = 1e-4;

    [Fact]
    public void Pulls_of_the_light_yield_are_standard_and_need_the_dark_noise_subtracted()
    {
        const double mean = (LightYieldPePerMeV * LineMeV) + DarkPe;
        double[] pulls = new double[300];
        double[] dark = new double[pulls.Length];
        for (uint toy = 0; toy < pulls.Length; toy++)
        {
            SourceSample sample = new("ACU", Position.Centre, Position.Centre, PeakToys.SourceCounts(31, toy, 3000, mean, 69.0, 0.95));
            LightYieldResult result = new LightYieldCalibrator(DarkPe, LineMeV).Calibrate(sample);
            Assert.Equal(FitStatus.Converged, result.Peak.Status);
            pulls[toy] = (result.ValuePePerMeV - LightYieldPePerMeV) / result.ErrorPePerMeV;
            dark[toy] = (new LightYieldCalibrator(DarkPe - 1.0, LineMeV).Calibrate(sample).ValuePePerMeV - LightYieldPePerMeV) / result.ErrorPePerMeV;
        }

        StatisticalAssert.PullsAreStandard(pulls, FalseAlarm);
        StatisticalAssert.RejectsMutant("dark noise wrong by 1 PE", () => StatisticalAssert.PullsAreStandard(dark, FalseAlarm));
    }
}
