using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Strategy.Report;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Response;

/// <summary>The numbers and pictures people quote of g(r, theta), and what the calibrated surface leaves uncorrected.</summary>
internal sealed class NonUniformityStudy(DetectorSimulation simulation, NonUniformityResult result, FoldedResponse positrons)
{
    private const int RadialCells = 60;
    private const int PolarCells = 60;
    private const int AzimuthCells = 12;
    private const double RadialStepMm = 50.0;
    private const double QuotedRadiusMm = 17_000.0;

    private double FiducialRadiusMm => simulation.Geometry.FiducialRadiusMm;

    public NonUniformitySummary Summarise()
    {
        ImmutableArray<RadialSample> curve = Curve();
        RadialSample maximum = curve.MaxBy(sample => sample.ResponseRatio)!;
        double sum = 0;
        double squares = 0;
        double residualSum = 0;
        double residualSquares = 0;
        ForEachFiducialCell((radiusMm, cosTheta) =>
        {
            double g = result.Evaluate(radiusMm, cosTheta);
            sum += g;
            squares += g * g;
            for (int azimuth = 0; azimuth < AzimuthCells; azimuth++)
            {
                double residual = Residual(radiusMm, cosTheta, azimuth);
                residualSum += residual;
                residualSquares += residual * residual;
            }
        });
        double cells = RadialCells * PolarCells;
        double mean = sum / cells;
        double residualMean = residualSum / (cells * AzimuthCells);
        return new NonUniformitySummary
        {
            Points = result.Points.Length,
            Maximum = maximum.ResponseRatio,
            MaximumRadiusM = maximum.RadiusM,
            At17M = PolarMean(QuotedRadiusMm),
            FiducialMean = mean,
            FiducialRms = Math.Sqrt((squares / cells) - (mean * mean)),
            ResidualRms = Math.Sqrt((residualSquares / (cells * AzimuthCells)) - (residualMean * residualMean)),
        };
    }

    /// <summary>g(r) averaged over cos(theta), by radius up to the edge of the fiducial volume.</summary>
    public ImmutableArray<RadialSample> Curve() =>
    [
        .. Enumerable.Range(0, (int)(FiducialRadiusMm / RadialStepMm) + 1)
            .Select(i => i * RadialStepMm)
            .Select(radiusMm => new RadialSample(radiusMm / 1000.0, PolarMean(radiusMm), result.StandardError(radiusMm, 0.0))),
    ];

    public ResponseSurface Map() => Surface((radiusMm, cosTheta) => result.Evaluate(radiusMm, cosTheta));

    /// <summary>Corrected mean response minus 1, averaged over azimuth; NaN outside the fiducial volume.</summary>
    public ResponseSurface ResidualMap() => Surface((radiusMm, cosTheta) => radiusMm > FiducialRadiusMm
        ? double.NaN
        : (positrons.EvaluateAzimuthalMean(radiusMm, cosTheta) / result.Evaluate(radiusMm, cosTheta)) - 1.0);

    private double Residual(double radiusMm, double cosTheta, int azimuth)
    {
        // Azimuths at odd fractions of a turn do not fall in step with rings of bars.
        double phiRad = 2.0 * Math.PI * (azimuth + 0.37) / (AzimuthCells - 0.5);
        return (positrons.Evaluate(Quantities.Position.FromSpherical(radiusMm, cosTheta, phiRad)) / result.Evaluate(radiusMm, cosTheta)) - 1.0;
    }

    private double PolarMean(double radiusMm)
    {
        double sum = 0;
        for (int i = 0; i < PolarCells; i++)
        {
            sum += result.Evaluate(radiusMm, CosTheta(i));
        }

        return sum / PolarCells;
    }

    private void ForEachFiducialCell(Action<double, double> visit)
    {
        for (int i = 0; i < RadialCells; i++)
        {
            double radiusMm = FiducialRadiusMm * Math.Cbrt((i + 0.5) / RadialCells);
            for (int j = 0; j < PolarCells; j++)
            {
                visit(radiusMm, CosTheta(j));
            }
        }
    }

    private ResponseSurface Surface(Func<double, double, double> valueOf)
    {
        double[] values = new double[RadialCells * PolarCells];
        for (int j = 0; j < PolarCells; j++)
        {
            for (int i = 0; i < RadialCells; i++)
            {
                values[i + (RadialCells * j)] = valueOf(result.ReferenceRadiusMm * Math.Cbrt((i + 0.5) / RadialCells), CosTheta(j));
            }
        }

        return new ResponseSurface
        {
            TargetRadiusM = result.ReferenceRadiusMm / 1000.0,
            RadialCells = RadialCells,
            PolarCells = PolarCells,
            Values = [.. values],
            Points = [.. result.Points.Select(point => new SurfacePoint(point.System, point.RadiusMm / 1000.0, point.CosTheta))],
        };
    }

    private static double CosTheta(int cell) => (2.0 * (cell + 0.5) / PolarCells) - 1.0;
}
