using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Isolux.Sensitivity.Response;

/// <summary>
/// Visible energy of positrons, and the modes its calibrated band may move in: eigenvectors of the covariance of visible over true energy, each one standard error long.
/// </summary>
public sealed class PositronEnergyScale
{
    private const int LargestModeCount = 6;
    private const double SmallestShare = 1e-3;

    private readonly SampledCurve _ratio;

    private PositronEnergyScale(SampledCurve ratio, ImmutableArray<SampledCurve> modes)
    {
        _ratio = ratio;
        Modes = modes;
    }

    /// <summary>Changes of visible over true energy by one standard error, against T + 1.022 MeV.</summary>
    public ImmutableArray<SampledCurve> Modes { get; }

    /// <summary>The scale a detector declares.</summary>
    public static PositronEnergyScale Of(ReactorExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new PositronEnergyScale(new SampledCurve(experiment.PositronEnergiesMeV.AsSpan(), experiment.PositronRatio.AsSpan()), experiment.PositronModes);
    }

    /// <summary>The scale of a published calibration, with the covariance it carries.</summary>
    public static PositronEnergyScale FromPayload(ElectronNonLinearityPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ImmutableArray<double> energies = payload.PositronEnergiesMeV;
        SampledCurve ratio = new(energies.AsSpan(), payload.PositronRatio.AsSpan());
        Matrix<double> covariance = Matrix<double>.Build.Dense(energies.Length, energies.Length, (i, j) => payload.PositronCovariance[(i * energies.Length) + j]);
        return new PositronEnergyScale(ratio, Decompose([.. energies], covariance));
    }

    /// <summary>The same scale with every visible energy multiplied by a factor of itself; modes are kept.</summary>
    /// <param name="scale">Factor against visible energy in MeV.</param>
    public PositronEnergyScale Distort(Func<double, double> scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ImmutableArray<double> energies = _ratio.Abscissae;
        return new PositronEnergyScale(new SampledCurve(energies.AsSpan(), [.. energies.Select(energy => _ratio.Evaluate(energy) * scale(energy * _ratio.Evaluate(energy)))]), Modes);
    }

    /// <summary>The same scale with one more mode: its difference to another scale, as the error of its form.</summary>
    /// <param name="other">What another form makes of the same data.</param>
    public PositronEnergyScale WithForm(PositronEnergyScale other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ImmutableArray<double> energies = _ratio.Abscissae;
        return new PositronEnergyScale(_ratio, Modes.Add(new SampledCurve(energies.AsSpan(), [.. energies.Select(energy => other._ratio.Evaluate(energy) - _ratio.Evaluate(energy))])));
    }

    /// <summary>The same scale moved along its modes.</summary>
    /// <param name="pulls">Amplitudes in standard errors, one per mode.</param>
    public PositronEnergyScale Move(ReadOnlySpan<double> pulls)
    {
        ImmutableArray<double> energies = _ratio.Abscissae;
        double[] moved = [.. energies.Select(_ratio.Evaluate)];
        for (int k = 0; k < pulls.Length; k++)
        {
            for (int i = 0; i < moved.Length; i++)
            {
                moved[i] += pulls[k] * Modes[k].Evaluate(energies[i]);
            }
        }

        return new PositronEnergyScale(new SampledCurve(energies.AsSpan(), moved), Modes);
    }

    /// <summary>Visible energy of a positron with its annihilation gammas, MeV.</summary>
    /// <param name="promptMeV">T + 1.022 MeV.</param>
    public double VisibleMeV(double promptMeV) => promptMeV * _ratio.Evaluate(promptMeV);

    private static ImmutableArray<SampledCurve> Decompose(double[] nodes, Matrix<double> covariance)
    {
        Evd<double> modes = covariance.Evd(Symmetricity.Symmetric);
        double total = covariance.Trace();
        return
        [
            .. Enumerable.Range(0, nodes.Length).Reverse()
                .Where(k => modes.EigenValues[k].Real > SmallestShare * total)
                .Take(LargestModeCount)
                .Select(k => new SampledCurve(nodes, [.. modes.EigenVectors.Column(k).Select(value => value * Math.Sqrt(modes.EigenValues[k].Real))])),
        ];
    }
}
