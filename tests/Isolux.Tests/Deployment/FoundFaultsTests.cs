using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Quantities;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Xunit;

namespace Isolux.Tests.Deployment;

/// <summary>Schedules that broke an invariant once (docs/validation/faults.md), and what every interlock is needed for.</summary>
public sealed class FoundFaultsTests
{
    private static readonly Fault[][] Drifts =
    [
        [Of(FaultKind.EncoderDrift, 1, 62.07316214261461, 2.3005374017336786, 24.114938398830972)],
        [Of(FaultKind.EncoderDrift, 1, 28.762596952353118, 1.3237059578930537, 22.632192181387385), Of(FaultKind.HostKilled, 2, 57.569280935344445, 5.109164659325087, 0.0)],
        [Of(FaultKind.EncoderDrift, 1, 70.13296085025563, 1.8941538734454644, 29.94712014527044), Of(FaultKind.DataAcquisitionDown, 0, 34.530745585947486, 6.288905445172073, 0.0)],
    ];

    private static readonly Fault[][] JamsAndPulls =
    [
        [Of(FaultKind.SpoolJammed, 3, 1.5349732794196527, 107.9268987883472, 0.0), Of(FaultKind.TensionStep, 3, 86.17564112542289, 19.719848624375512, 124.69495273903408)],
        [Of(FaultKind.SpoolJammed, 3, 50.91610150476083, 24.983938784293112, 0.0), Of(FaultKind.TensionStep, 3, 55.541762357634376, 3.415820951056081, 116.30354779567116)],
        [Of(FaultKind.SpoolJammed, 0, 6.771808864057464, 32.7138320799976, 0.0), Of(FaultKind.TensionStep, 0, 8.044447227672638, 1.9820083747673543, 278.9963903700159)],
    ];

    [Fact]
    public void A_drift_near_the_entrance_of_a_loop_is_found_by_tension_and_the_run_completes()
    {
        foreach (Fault[] faults in Drifts)
        {
            Assert.Equal(Invariant.TensionWindow, Run(SmallCampaign.TubeAndLoop, Interlocks.All & ~Interlocks.ExpectedTension, faults).Broken);
            FaultOutcome mended = Run(SmallCampaign.TubeAndLoop, Interlocks.All, faults);
            Assert.Null(mended.Broken);
            Assert.Equal(EngineOutcome.Completed, mended.Outcome);
        }
    }

    [Fact]
    public void Nothing_hides_behind_a_pull_that_could_go_slack_when_it_ends()
    {
        foreach (Fault[] faults in JamsAndPulls)
        {
            Assert.Equal(Invariant.TensionWindow, Run(SmallCampaign.AxisAndTube, Interlocks.All & ~Interlocks.ExpectedTension, faults).Broken);
            FaultOutcome mended = Run(SmallCampaign.AxisAndTube, Interlocks.All, faults);
            Assert.Null(mended.Broken);
            Assert.Equal(PointRecord.Complete, mended.Points);
        }
    }

    [Fact]
    public void A_pull_just_below_the_limit_stops_the_drives_before_their_brakes_exceed_it()
    {
        Fault[] faults = [Of(FaultKind.TensionStep, 1, 14.29311681632353, 50.20605743944655, 386.5035043449974)];
        FaultOutcome mended = Run(SmallCampaign.TubeAndLoop, Interlocks.All, faults);
        Assert.Null(mended.Broken);
        Assert.Equal(EngineOutcome.Completed, mended.Outcome);
    }

    [Fact]
    public void Only_the_window_holds_a_source_that_hangs_just_inside_of_it()
    {
        // Below the chord, where statics wants 398 N, a pull of 3.5 N is expected tension within its tolerance.
        var loop = (CableLoopKinematics)SmallCampaign.Units[1].Kinematics;
        (double lowMm, double highMm) = (16_000.0, 17_600.0);
        for (int i = 0; i < 60; i++)
        {
            double zMm = 0.5 * (lowMm + highMm);
            Position at = loop.InPlane(1310.0, zMm);
            (lowMm, highMm) = loop.Admits(at) && loop.TensionsAt(at).FirstN < 398.0 ? (zMm, highMm) : (lowMm, zMm);
        }

        ExpandedPlan plan = SmallCampaign.NearTheChord(loop.InPlane(1310.0, 16_900.0), loop.InPlane(1310.0, lowMm));
        Fault[] faults = [Of(FaultKind.TensionStep, 1, 42.0, 30.0, 3.5)];
        Assert.Equal(Invariant.TensionWindow, Run(plan, Interlocks.All & ~Interlocks.Tension, faults).Broken);
        Assert.Null(Run(plan, Interlocks.All, faults).Broken);
    }

    [Fact]
    public void Only_the_following_error_stops_a_motor_that_runs_on()
    {
        Fault[] faults = [Of(FaultKind.MotorRunsOn, 0, 50.0, 30.0, 0.0)];
        Assert.Equal(Invariant.AdmittedSpace, Run(SmallCampaign.Deep, Interlocks.All & ~Interlocks.Following, faults).Broken);
        Assert.Null(Run(SmallCampaign.Deep, Interlocks.All, faults).Broken);
    }

    private static Fault Of(FaultKind kind, int unit, double atMinutes, double durationMinutes, double magnitude) => new(kind, unit, atMinutes, durationMinutes, magnitude);

    private static FaultOutcome Run(ExpandedPlan plan, Interlocks interlocks, Fault[] faults) =>
        new FaultCampaign(plan, SmallCampaign.Detector, interlocks).Run(1, [.. faults]);
}
