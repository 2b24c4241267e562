using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Conditions.Payloads;

namespace Isolux.Strategy.NonLinearity;

/// <summary>The beta spectrum a known model of electrons gives, in the bins and with the decays and errors of a measured one.</summary>
internal static class BetaSpectrumTruth
{
    /// <summary>Gamma points with the expected beta spectrum, without background and fluctuations.</summary>
    /// <param name="gammas">The gamma points.</param>
    /// <param name="spectra">Primary electrons of gammas.</param>
    /// <param name="truth">The model of electrons.</param>
    /// <param name="parameterValues">Its parameters.</param>
    /// <param name="beta">The measured spectrum.</param>
    public static NonLinearityData Add(NonLinearityData gammas, SourceSpectraPayload spectra, IElectronModel truth, double[] parameterValues, BetaSpectrumData beta)
    {
        NonLinearityData empty = gammas with { Beta = beta with { BackgroundCount = [] } };
        NonLinearityPredictor predictor = new(empty, spectra);
        double[] values = new double[predictor.Count];
        predictor.Predict(truth, [.. parameterValues, beta.ObservedCount.Sum()], values);
        return empty with { Beta = empty.Beta! with { ObservedCount = [.. values.Skip(gammas.Gammas.Length)] } };
    }
}
