using System.Collections.Immutable;
using Isolux.Events.Beams;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Transparency;

/// <summary>
/// The fit behind <see cref="TransparencyCalibrator"/>: chi2 of all groups of all beams of one wavelength with common a and s, a constrained factor on the re-emission probability and a free number of
/// photons per beam. Variances follow the prediction and are held during a fit (iterated), which leaves the estimate unbiased down to groups of few photoelectrons.
/// </summary>
internal sealed class BeamFit
{
    public const int Absorption = 0;
    public const int Scattering = 1;
    public const int Reemission = 2;
    private const int FirstBeam = 3;
    private const int Passes = 3;
    private readonly ImmutableArray<BeamGroups> _beams;
    private readonly ImmutableArray<(int Beam, int Group)> _rows;
    private readonly double[] _factors;
    private readonly double[] _relativeVariances;
    private readonly TransparencySettings _settings;
    private readonly double[][] _light;
    private readonly double _reemission;

    /// <param name="beams">Groups of every beam.</param>
    /// <param name="settings">What is not known.</param>
    /// <param name="anchor">A fit of a reference: the light of every group is brought to what was measured there.</param>
    public BeamFit(ImmutableArray<BeamGroups> beams, TransparencySettings settings, BeamFit? anchor = null)
    {
        _beams = beams;

        // What the anchors were divided by must be what they are multiplied with again.
        _reemission = anchor is null ? 1.0 : anchor.Result.Parameters[Reemission];
        _settings = anchor is null ? settings : settings with { ReemissionErrorFraction = 0.0 };
        _light = [.. beams.Select(beam => new double[beam.Template.GroupCount])];
        _rows = [.. beams.SelectMany((beam, i) => beam.Lit.Select(group => (i, group)))];
        _factors = [.. _rows.Select((row, i) => anchor is null ? 1.0 : anchor.Ratio(i))];
        _relativeVariances = [.. _rows.Select((row, i) => anchor is null ? TemplateVariance(row.Beam, row.Group) : anchor.MeasuredVariance(i))];
        Result = Fit();
    }

    /// <summary>The fit; its parameters are a, s, the factor on the re-emission probability (all near 1, which suits numerical derivatives) and one ln(photons) per beam.</summary>
    public FitResult Result { get; }

    /// <summary>Photons of every beam.</summary>
    public ImmutableArray<double> Photons => [.. Result.Parameters.Skip(FirstBeam).Select(Math.Exp)];

    /// <summary>Measured and fitted charges.</summary>
    public ImmutableArray<BeamGroupResidual> Residuals()
    {
        double[] predicted = new double[_rows.Length + 1];
        Predict([.. Result.Parameters], predicted);
        return
        [
            .. _rows.Select((row, i) => new BeamGroupResidual(
                _beams[row.Beam].Template.Beam,
                _beams[row.Beam].Template.CentresDegrees[row.Group],
                _beams[row.Beam].ChargePe[row.Group] - _beams[row.Beam].DarkPe[row.Group],
                predicted[i] - _beams[row.Beam].DarkPe[row.Group],
                Error(i, predicted[i]))),
        ];
    }

    private FitResult Fit()
    {
        double[] start = [1.0, 1.0, _reemission, .. _beams.Select((_, i) => Math.Log(StartPhotons(i)))];
        double[] values = [.. _rows.Select(row => _beams[row.Beam].ChargePe[row.Group]), _reemission];
        double reemissionError = _settings.ReemissionErrorFraction > 0 ? _settings.ReemissionErrorFraction : 1.0;
        double[] errors = [.. values.Take(_rows.Length).Select((value, i) => Error(i, Math.Max(value, 1.0))), reemissionError];
        FitResult result = null!;
        for (int pass = 0; pass < Passes; pass++)
        {
            FitParameter[] parameters =
            [
                FitParameter.Bounded("a", start[Absorption], 1.0 / BeamTemplate.LargestFactor, BeamTemplate.LargestFactor),
                FitParameter.Bounded("s", start[Scattering], 1.0 / BeamTemplate.LargestFactor, BeamTemplate.LargestFactor),
                _settings.ReemissionErrorFraction > 0 ? FitParameter.Free("re-emission", start[Reemission]) : FitParameter.Fixed("re-emission", _reemission),
                .. start.Skip(FirstBeam).Select((photons, i) => FitParameter.Free("ln photons of " + _beams[i].Template.Beam, photons)),
            ];
            result = new LeastSquaresFit(Predict, parameters).Fit(values, errors);
            if (result.Status == FitStatus.BadInput)
            {
                return result;
            }

            start = [.. result.Parameters];
            double[] predicted = new double[values.Length];
            Predict(start, predicted);
            errors = [.. predicted.Take(_rows.Length).Select((value, i) => Error(i, value)), reemissionError];
        }

        // The constraint counts as a point only where it constrains something.
        return _settings.ReemissionErrorFraction > 0 ? result : result with { DegreesOfFreedom = result.DegreesOfFreedom - 1 };
    }

    private void Predict(ReadOnlySpan<double> parameters, Span<double> predictions)
    {
        for (int beam = 0; beam < _beams.Length; beam++)
        {
            _beams[beam].Template.Evaluate(Math.Log(parameters[Absorption]), Math.Log(parameters[Scattering]), _light[beam]);
        }

        for (int i = 0; i < _rows.Length; i++)
        {
            (int beam, int group) = _rows[i];
            BeamGroups groups = _beams[beam];
            double reemission = 1.0 + (groups.Template.ReemissionMean[group] * (parameters[Reemission] - 1.0));
            double photons = Math.Exp(parameters[FirstBeam + beam]);
            predictions[i] = (photons * groups.KeptFraction[group] * _light[beam][group] * reemission * _factors[i]) + groups.DarkPe[group];
        }

        predictions[_rows.Length] = parameters[Reemission];
    }

    private double StartPhotons(int beam)
    {
        BeamGroups groups = _beams[beam];
        groups.Template.Evaluate(0.0, 0.0, _light[beam]);
        double expected = groups.Lit.Sum(group => groups.KeptFraction[group] * _light[beam][group]);
        return Math.Max(groups.ChargePe.Sum() - groups.DarkPe.Sum(), 1.0) / expected;
    }

    private double Error(int row, double predictedPe)
    {
        double lightPe = Math.Max(predictedPe - Groups(row).DarkPe[_rows[row].Group], 0.0);
        return Math.Sqrt((ChargeVarianceFactor * Math.Max(predictedPe, 1.0)) + (_relativeVariances[row] * lightPe * lightPe));
    }

    private double ChargeVarianceFactor => 1.0 + (_settings.SinglePeResolution * _settings.SinglePeResolution);

    private double TemplateVariance(int beam, int group)
    {
        double template = _beams[beam].Template.RelativeErrors[group];
        return (template * template) + (_settings.ChannelErrorFraction * _settings.ChannelErrorFraction * _beams[beam].Concentration[group]);
    }

    /// <summary>Measured over fitted light of a row.</summary>
    private double Ratio(int row)
    {
        double[] predicted = new double[_rows.Length + 1];
        Predict([.. Result.Parameters], predicted);
        double darkPe = Groups(row).DarkPe[_rows[row].Group];
        return Math.Max(Groups(row).ChargePe[_rows[row].Group] - darkPe, 1.0) / (predicted[row] - darkPe);
    }

    /// <summary>Relative variance of a row's measured light.</summary>
    private double MeasuredVariance(int row)
    {
        double chargePe = Math.Max(Groups(row).ChargePe[_rows[row].Group], 1.0);
        double lightPe = Math.Max(chargePe - Groups(row).DarkPe[_rows[row].Group], 1.0);
        return ChargeVarianceFactor * chargePe / (lightPe * lightPe);
    }

    private BeamGroups Groups(int row) => _beams[_rows[row].Beam];
}
