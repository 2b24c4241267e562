using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Storage.Documents;

namespace Isolux.Tests.Sensitivity;

/// <summary>The declared experiment and quick settings.</summary>
internal static class Reactors
{
    public static ReactorExperiment Juno { get; } = DetectorLoader.Load("juno", []).Reactors!;

    public static PositronEnergyScale Scale { get; } = PositronEnergyScale.Of(Juno);

    public static SpectrumSettings Settings { get; } = new() { Resolution = Juno.Resolution, Scale = Scale, FullPowerDays = 6.5 * 365.25 };

    public static double[] Values(ISpectrumModel model, OscillationParameters p)
    {
        double[] values = new double[model.ParameterCount];
        (values[0], values[1], values[2], values[3]) = (p.Sin2Theta12, p.Sin2Theta13, p.Dm21Ev2, p.Dm31Ev2);
        return values;
    }
}
