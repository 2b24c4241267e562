using System.Collections.Immutable;
using CsCheck;
using Isolux.Calibration.Resolution;
using Isolux.Detector.Light;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Calibration;

/// <summary>The published first row (a, b, c) = (2.62, 0.73, 1.38) % at the visible energies of positrons of 0 to 8 MeV serves as truth.</summary>
public sealed class ResolutionFitterTests
{
    private const double FalseAlarm = 1e-4;
    private static readonly ResolutionModel Truth = new(0.0262, 0.0073, 0.0138);
    private static readonly double[] EnergiesMeV = [0.94, 1.9, 2.9, 3.9, 5.0, 6.0, 7.1, 8.1, 9.2];

    [Fact]
    public void Exact_points_give_back_the_exact_model()
    {
        ResolutionFit fit = new ResolutionFitter().Fit([.. EnergiesMeV.Select(e => new ResolutionPoint(e, Truth.Evaluate(e), 1e-4))]);
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(Truth.A, fit.Model.A, 1e-12);
        Assert.Equal(Truth.B, fit.Model.B, 1e-12);
        Assert.Equal(Truth.C, fit.Model.C, 1e-12);
        Assert.Equal(0.0, fit.Chi2, 1e-12);
        Assert.Equal(6, fit.Ndf);
    }

    [Fact]
    public void The_published_row_gives_the_published_figure_of_merit()
    {
        // TIPP 2023 table: a~ = 2.99(1) %.
        Assert.Equal(0.0299, Truth.EffectiveResolution, 1e-4);
    }

    [Fact]
    public void The_figure_of_merit_is_1_6_times_the_resolution_at_2_56_MeV() =>
        Gen.Select(Gen.Double[0.0, 0.1], Gen.Double[0.0, 0.05], Gen.Double[0.0, 0.1]).Sample((a, b, c) =>
        {
            ResolutionModel model = new(a, b, c);
            double formula = Math.Sqrt((a * a) + (1.6 * b * 1.6 * b) + (c / 1.6 * c / 1.6));
            Assert.Equal(formula, model.EffectiveResolution, 1e-12);
            Assert.Equal(1.6 * model.Evaluate(2.56), model.EffectiveResolution, 1e-12);
        });

    [Fact]
    public void Covariance_and_the_error_of_the_figure_of_merit_match_toys()
    {
        const double relativeError = 0.002;
        const int toys = 2000;
        ResolutionFit reference = FitToy(0, relativeError);
        RunningMoments effective = new();
        double[] pulls = new double[toys];
        double[] terms = new double[toys];
        double sumAb = 0;
        RunningMoments a = new();
        RunningMoments b = new();
        for (uint toy = 0; toy < toys; toy++)
        {
            ResolutionFit fit = FitToy(toy, relativeError);
            Assert.Equal(FitStatus.Converged, fit.Status);
            effective.Add(fit.Model.EffectiveResolution);
            pulls[toy] = (fit.Model.EffectiveResolution - Truth.EffectiveResolution) / fit.EffectiveResolutionError;
            terms[toy] = (fit.Model.A - Truth.A) / fit.AError;
            a.Add(fit.Model.A);
            b.Add(fit.Model.B);
            sumAb += (fit.Model.A - Truth.A) * (fit.Model.B - Truth.B);
        }

        StatisticalAssert.PullsAreStandard(pulls, FalseAlarm);
        StatisticalAssert.PullsAreStandard(terms, FalseAlarm);
        StatisticalAssert.RejectsMutant("errors 8 % small", () => StatisticalAssert.PullsAreStandard(Array.ConvertAll(pulls, pull => 1.08 * pull), FalseAlarm));
        StatisticalAssert.Agrees(effective.Mean, effective.MeanError, Truth.EffectiveResolution, FalseAlarm);

        // Covariance of a and b: strongly negative; a correlation from 2000 toys is known to (1 - rho^2)/sqrt(2000), below 0.01 here.
        double correlation = sumAb / toys / (a.StandardDeviation * b.StandardDeviation);
        Assert.Equal(reference.Covariance[1] / (reference.AError * reference.BError), correlation, 0.03);
        Assert.Equal(reference.Covariance[1], reference.Covariance[3]);
    }

    [Fact]
    public void A_term_that_comes_out_negative_is_held_at_zero_and_said_so()
    {
        // A width that rises slower at low energy than 1/sqrt(E) asks for c^2 < 0.
        ResolutionFit fit = new ResolutionFitter().Fit([.. EnergiesMeV.Select(e => new ResolutionPoint(e, 0.026 * Math.Pow(e, -0.4), 1e-4))]);
        Assert.Equal(FitStatus.AtBound, fit.Status);
        Assert.Equal(0.0, fit.Model.C);
        Assert.Equal(0.0, fit.CError);
        Assert.Equal(7, fit.Ndf);
        Assert.All(fit.Covariance, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Unusable_points_are_refused()
    {
        ImmutableArray<ResolutionPoint> good = [.. EnergiesMeV.Select(e => new ResolutionPoint(e, Truth.Evaluate(e), 1e-4))];
        ResolutionFitter fitter = new();
        Assert.Throws<ArgumentException>(() => fitter.Fit([.. good.Take(3)]));
        Assert.Throws<ArgumentException>(() => fitter.Fit(good.SetItem(2, good[2] with { Error = 0.0 })));
        Assert.Throws<ArgumentException>(() => fitter.Fit(good.SetItem(2, good[2] with { SigmaOverEFraction = double.NaN })));
        Assert.Throws<ArgumentException>(() => fitter.Fit(good.SetItem(2, good[2] with { VisibleEnergyMeV = -1.0 })));
    }

    private static ResolutionFit FitToy(uint toy, double relativeError)
    {
        RandomSequence random = new(41, 0, RandomStream.Toy, toy, 0);
        ResolutionPoint[] points = new ResolutionPoint[EnergiesMeV.Length];
        for (int i = 0; i < points.Length; i++)
        {
            double truth = Truth.Evaluate(EnergiesMeV[i]);
            points[i] = new ResolutionPoint(EnergiesMeV[i], truth * (1.0 + (relativeError * random.NextNormal())), truth * relativeError);
        }

        return new ResolutionFitter().Fit([.. points]);
    }
}
