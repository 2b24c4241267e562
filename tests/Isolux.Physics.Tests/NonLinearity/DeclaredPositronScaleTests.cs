using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Response;
using Isolux.Storage.DataSets;
using Xunit;

namespace Isolux.Physics.Tests.NonLinearity;

/// <summary>
/// The positron scale declared under `reactors` is derived: it must be what the present model of the scintillator, fitted to the present data, gives. To renew it:
/// `isolux calibrate nonlinearity --data juno-2025 --out DIR`, then copy DIR/birks-cherenkov.positron.csv.
/// </summary>
public sealed class DeclaredPositronScaleTests
{
    // Five printed decimals.
    private const double Rounding = 0.6e-5;

    [Fact]
    public void The_declared_scale_is_that_of_the_present_calibration()
    {
        ElectronNonLinearityPayload payload = Calibrate();
        ReactorExperiment declared = JunoScintillator.Detector.Reactors!;
        PositronEnergyScale present = PositronEnergyScale.FromPayload(payload);
        Assert.Equal(payload.PositronEnergiesMeV.Length, declared.PositronEnergiesMeV.Length);
        for (int i = 0; i < declared.PositronEnergiesMeV.Length; i++)
        {
            double energyMeV = payload.PositronEnergiesMeV[i];
            Assert.Equal(energyMeV, declared.PositronEnergiesMeV[i], 1e-4);
            Assert.Equal(present.VisibleMeV(energyMeV) / energyMeV, declared.PositronRatio[i], Rounding);
        }

        Assert.Equal(present.Modes.Length, declared.PositronModes.Length);
        foreach ((SampledCurve mode, SampledCurve table) in present.Modes.Zip(declared.PositronModes))
        {
            // The sign of an eigenvector means nothing.
            double sign = Math.Sign(payload.PositronEnergiesMeV.Sum(energy => mode.Evaluate(energy) * table.Evaluate(energy)));
            Assert.All(payload.PositronEnergiesMeV, energyMeV => Assert.Equal(sign * mode.Evaluate(energyMeV), table.Evaluate(energyMeV), 2.0 * Rounding));
        }
    }

    // Power: a quarter percent of another data set would be seen; here the other model of the same data stands for it.
    [Fact]
    public void The_scale_of_the_other_model_would_be_noticed()
    {
        ElectronNonLinearityPayload other = Calibrate(new EmpiricalModel());
        ImmutableArray<double> ratio = JunoScintillator.Detector.Reactors!.PositronRatio;
        Assert.Contains(other.PositronRatio.Zip(ratio), pair => Math.Abs(pair.First - pair.Second) > 100.0 * Rounding);
    }

    private static ElectronNonLinearityPayload Calibrate(IElectronModel? model = null) =>
        new NonLinearityCalibrator(new NonLinearitySettings { Threads = 2 }, JunoScintillator.Light.Spectra)
            .Calibrate(DataSetFile.Read("juno-2025").NonLinearity!, model ?? new BirksCherenkovModel(JunoScintillator.Light.Electrons), null, TestContext.Current.CancellationToken)
            .ToPayload("test");
}
