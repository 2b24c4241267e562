using System.Collections.Immutable;
using Isolux.Calibration.DualCalorimetry;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.DualCalorimetry;

/// <summary>Dual calorimetry in two steps: calibrate the channels with the laser, then judge what the published curves leave in events.</summary>
internal sealed class DualCalorimetryStudy(DetectorSimulation simulation, LaserCalibration laser, RunSettings settings)
{
    private const double ReferenceChargePe = 100.0;

    public DualCalorimetryOutcome Judge(DualCalorimetryResult result, ConditionsSnapshot snapshot, IProgress<double>? progress, CancellationToken cancellation)
    {
        ChannelChargeCurvesPayload curves = snapshot.Get<ChannelChargeCurvesPayload>();
        ImmutableArray<ChargeResidual> residuals = new ChargeResidualStudy(simulation, laser.Charges, curves, settings).Evaluate(progress, cancellation);
        double loss = Enumerable.Range(0, curves.SlopesPerPe.Length).Average(channel => 1.0 - (curves.MeasuredPe(channel, ReferenceChargePe) / ReferenceChargePe));
        DualCalorimetrySummary summary = new(
            100.0 * loss, residuals.Max(residual => Math.Abs(residual.BeforePercent)), residuals.Max(residual => Math.Abs(residual.AfterPercent)));
        return new DualCalorimetryOutcome(summary, residuals, result.RefusedChannels.Length, result.MeanReducedChi2);
    }
}
