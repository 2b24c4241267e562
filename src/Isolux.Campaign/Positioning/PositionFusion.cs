using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// One estimate of the place from ultrasound, cameras and the lengths of two cables: least squares with the covariance of every fix, both lengths through the kinematics of the loop, and the
/// distance from the plane of the cables. Its chi2 says whether they agree. Where they do not, the two that agree outvote the third; one fix outvotes the cables, because cables slip.
/// </summary>
/// <param name="readout">Errors of the cables.</param>
public sealed class PositionFusion(CableReadout readout)
{
    /// <summary>Measures disagree where their chi2 is less probable than this: one false alarm in a thousand places.</summary>
    public const double LeastProbability = 1e-3;

    private const int Coordinates = 3;
    private const double StepMm = 1.0;

    /// <summary>Fuses measures of one place.</summary>
    /// <param name="ultrasound">Fix by ultrasound; null where there is none.</param>
    /// <param name="cameras">Fix by cameras; null where there is none.</param>
    /// <param name="cables">Cable lengths; null where there are none.</param>
    /// <exception cref="ArgumentException">There is no measure.</exception>
    public FusedPosition Fuse(PositionFix? ultrasound, PositionFix? cameras, CableReading? cables)
    {
        ImmutableArray<PositionFix> fixes = [.. new[] { ultrasound, cameras }.OfType<PositionFix>()];
        if (fixes.IsEmpty && cables is null)
        {
            throw new ArgumentException("A place needs a measure.", nameof(cables));
        }

        PositionFix? all = Fit(fixes, cables);
        if (fixes.Length + (cables is null ? 0 : 1) == 1)
        {
            return new FusedPosition(all, FusionVerdict.NotTested, null, null, null);
        }

        double probability = all?.PValue ?? 0.0;
        FusedPosition agreed = new(all, FusionVerdict.Agree, probability, null, null);
        PositionFix? without = fixes.Length == 2 ? Accepted(Fit(fixes, null)) : fixes[0];
        if (cables is not null && (without ?? Fit(fixes, null)) is { } expected)
        {
            agreed = agreed with { Central = Slip(cables, expected, lengths => lengths.FirstMm), Side = Slip(cables, expected, lengths => lengths.SecondMm) };
        }

        return probability >= LeastProbability ? agreed : Outvote(agreed, ultrasound, cameras, cables, without);
    }

    private FusedPosition Outvote(FusedPosition agreed, PositionFix? ultrasound, PositionFix? cameras, CableReading? cables, PositionFix? without)
    {
        (PositionFix? Fix, FusionVerdict Verdict)[] votes =
        [
            (cables is null ? null : without, FusionVerdict.CablesSlipped),
            (ultrasound is null || cameras is null || cables is null ? null : Accepted(Fit([cameras], cables)), FusionVerdict.UltrasoundWrong),
            (ultrasound is null || cameras is null || cables is null ? null : Accepted(Fit([ultrasound], cables)), FusionVerdict.CamerasWrong),
        ];
        (PositionFix? fix, FusionVerdict verdict) = votes.MaxBy(vote => vote.Fix?.PValue ?? -1.0);
        return agreed with { Fix = fix, Verdict = fix is null ? FusionVerdict.Undecided : verdict };
    }

    private static PositionFix? Accepted(PositionFix? fix) => fix?.PValue >= LeastProbability ? fix : null;

    private PositionFix? Fit(ImmutableArray<PositionFix> fixes, CableReading? cables)
    {
        int count = Coordinates * (fixes.Length + (cables is null ? 0 : 1));
        double[] values = new double[count];
        double[,] covariance = new double[count, count];
        for (int i = 0; i < fixes.Length; i++)
        {
            Position place = fixes[i].Position;
            (values[Coordinates * i], values[(Coordinates * i) + 1], values[(Coordinates * i) + 2]) = (place.XMm, place.YMm, place.ZMm);
            for (int a = 0; a < Coordinates; a++)
            {
                for (int b = 0; b < Coordinates; b++)
                {
                    covariance[(Coordinates * i) + a, (Coordinates * i) + b] = fixes[i].Covariance[a, b];
                }
            }
        }

        int first = Coordinates * fixes.Length;
        if (cables is not null)
        {
            (values[first], values[first + 1], values[first + 2]) = (cables.Lengths.FirstMm, cables.Lengths.SecondMm, 0.0);
            covariance[first, first] = readout.LengthErrorMm * readout.LengthErrorMm;
            covariance[first + 1, first + 1] = covariance[first, first];
            covariance[first + 2, first + 2] = readout.OutOfPlaneErrorMm * readout.OutOfPlaneErrorMm;
        }

        Position start = fixes.IsEmpty ? cables!.Kinematics.PositionAt(cables.Lengths) : fixes[^1].Position;
        FitResult fit = new LeastSquaresFit(
            (parameters, predictions) =>
            {
                for (int k = 0; k < first; k++)
                {
                    predictions[k] = parameters[k % Coordinates];
                }

                if (cables is not null)
                {
                    Position place = new(parameters[0], parameters[1], parameters[2]);
                    CableLengths lengths = cables.Kinematics.LengthsAt(place);
                    (predictions[first], predictions[first + 1], predictions[first + 2]) = (lengths.FirstMm, lengths.SecondMm, cables.Kinematics.OutOfPlaneMm(place));
                }
            },
            [FitParameter.Free("x", start.XMm), FitParameter.Free("y", start.YMm), FitParameter.Free("z", start.ZMm)]).Fit(values, new CovarianceMatrix(covariance));
        return fit.Status == FitStatus.Converged
            ? new PositionFix(new Position(fit.Parameters[0], fit.Parameters[1], fit.Parameters[2]), fit.Covariance, fit.Chi2, fit.DegreesOfFreedom)
            : null;
    }

    private CableSlip Slip(CableReading cables, PositionFix fix, Func<CableLengths, double> lengthOfMm)
    {
        double LengthMm(Position place) => lengthOfMm(cables.Kinematics.LengthsAt(place));
        double[] gradient =
        [
            .. new[] { new Position(StepMm, 0, 0), new Position(0, StepMm, 0), new Position(0, 0, StepMm) }
                .Select(step => (LengthMm(fix.Position + step) - LengthMm(fix.Position - step)) / (2 * StepMm)),
        ];
        return new CableSlip(
            lengthOfMm(cables.Lengths) - LengthMm(fix.Position), Math.Sqrt((readout.LengthErrorMm * readout.LengthErrorMm) + fix.Covariance.Propagate(gradient)));
    }
}
