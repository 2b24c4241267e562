using Isolux.Detector.Light;
using Isolux.Sensitivity.Response;

namespace Isolux.Sensitivity.Spectra;

/// <summary>How a spectrum is predicted.</summary>
public sealed record SpectrumSettings
{
    /// <summary>Energy resolution.</summary>
    public required ResolutionModel Resolution { get; init; }

    /// <summary>Energy scale and its modes.</summary>
    public required PositronEnergyScale Scale { get; init; }

    /// <summary>Days at the full power of all cores.</summary>
    public required double FullPowerDays { get; init; }

    /// <summary>Bins of visible energy; default the standard 340.</summary>
    public EnergyBins Bins { get; init; } = EnergyBins.Standard;

    /// <summary>Contents; default everything.</summary>
    public Ingredients Ingredients { get; init; } = Ingredients.All;

    /// <summary>Step of the antineutrino energy, MeV; default 5 keV.</summary>
    public double StepMeV { get; init; } = 0.005;
}
