using MathNet.Numerics.LinearAlgebra;

namespace Isolux.Numerics.Fitting;

/// <summary>
/// A least-squares problem with unit errors and unbounded parameters: residuals (data - model) and their derivatives by
/// the internal values of the free parameters.
/// </summary>
internal sealed class WhitenedProblem
{
    // Cube root of the machine precision balances truncation and rounding of a central difference.
    private const double RelativeStep = 6.055454452393343e-06;

    // Stands in for a residual that is not finite, so that the minimiser rejects the step instead of giving up.
    private const double Forbidding = 1e100;

    private readonly PredictionModel _model;
    private readonly PredictionJacobian? _jacobian;
    private readonly FitParameter[] _parameters;
    private readonly BoundTransform[] _transforms;
    private readonly int[] _free;
    private readonly double[] _data;
    private readonly Whitening _whitening;

    public WhitenedProblem(PredictionModel model, PredictionJacobian? jacobian, FitParameter[] parameters, ReadOnlySpan<double> values, Whitening whitening)
    {
        _model = model;
        _jacobian = jacobian;
        _parameters = parameters;
        _transforms = Array.ConvertAll(parameters, parameter => new BoundTransform(parameter));
        _free = [.. Enumerable.Range(0, parameters.Length).Where(i => !parameters[i].IsFixed)];
        _data = values.ToArray();
        _whitening = whitening;
        double[] whitened = values.ToArray();
        whitening.Apply(whitened);
        SquaredLength = whitened.Sum(value => value * value);
    }

    public int PointCount => _data.Length;

    /// <summary>chi2 of the data against a model of zero: the scale on which a fit is perfect.</summary>
    public double SquaredLength { get; }

    public double[] Start() => Array.ConvertAll(_free, i => _transforms[i].ToInternal(_parameters[i].Start));

    public double[] ToExternal(double[] internalValues)
    {
        double[] external = Array.ConvertAll(_parameters, parameter => parameter.Start);
        for (int k = 0; k < _free.Length; k++)
        {
            external[_free[k]] = _transforms[_free[k]].ToExternal(internalValues[k]);
        }

        return external;
    }

    /// <summary>Indices of the free parameters that do not sit at a bound.</summary>
    public int[] FreeAwayFromBounds(double[] external) => [.. _free.Where(i => !_transforms[i].IsAtBound(external[i]))];

    public double Chi2(double[] internalValues)
    {
        Vector<double> residuals = Residuals(internalValues);
        return residuals * residuals;
    }

    /// <summary>Whether the model gives a number at every point.</summary>
    public bool IsFinite(double[] internalValues) => Array.TrueForAll(RawResiduals(internalValues), double.IsFinite);

    public Vector<double> Residuals(double[] internalValues)
    {
        double[] residuals = RawResiduals(internalValues);
        bool sane = Array.TrueForAll(internalValues, double.IsFinite);
        return Vector<double>.Build.Dense(residuals.Length, i => double.IsFinite(residuals[i]) || !sane ? residuals[i] : Forbidding);
    }

    /// <summary>Derivatives of the residuals by the internal values, free parameters only.</summary>
    public Matrix<double> InternalJacobian(double[] internalValues)
    {
        Matrix<double> jacobian = -ExternalJacobian(ToExternal(internalValues), _free);
        return jacobian.MapIndexed((_, k, value) => value * _transforms[_free[k]].Slope(internalValues[k]));
    }

    /// <summary>Whitened derivatives of the model by the chosen external parameters; entries that are not finite count as 0.</summary>
    public Matrix<double> ExternalJacobian(double[] external, int[] chosen)
    {
        Matrix<double> result = Matrix<double>.Build.Dense(_data.Length, chosen.Length);
        double[] all = new double[_jacobian is null ? 0 : _data.Length * _parameters.Length];
        _jacobian?.Invoke(external, all);
        double[] column = new double[_data.Length];
        for (int k = 0; k < chosen.Length; k++)
        {
            if (_jacobian is null)
            {
                Differentiate(external, chosen[k], column);
            }
            else
            {
                for (int i = 0; i < column.Length; i++)
                {
                    column[i] = all[(i * _parameters.Length) + chosen[k]];
                }
            }

            _whitening.Apply(column);
            result.SetColumn(k, Array.ConvertAll(column, value => double.IsFinite(value) ? value : 0.0));
        }

        return result;
    }

    private void Differentiate(double[] external, int index, double[] column)
    {
        FitParameter parameter = _parameters[index];
        double size = Math.Max(Math.Abs(external[index]), parameter.Start == 0 ? 1.0 : 1e-3 * Math.Abs(parameter.Start));
        double[] shifted = [.. external];
        double[] below = new double[_data.Length];
        double upper = Math.Min(external[index] + (RelativeStep * size), parameter.Upper);
        double lower = Math.Max(external[index] - (RelativeStep * size), parameter.Lower);
        shifted[index] = lower;
        _model(shifted, below);
        shifted[index] = upper;
        _model(shifted, column);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (column[i] - below[i]) / (upper - lower);
        }
    }

    private double[] RawResiduals(double[] internalValues)
    {
        double[] residuals = new double[_data.Length];
        _model(ToExternal(internalValues), residuals);
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = _data[i] - residuals[i];
        }

        _whitening.Apply(residuals);
        return residuals;
    }
}
