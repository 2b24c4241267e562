using Isolux.Calibration.Peaks;

namespace Isolux.Strategy.Ladder;

/// <summary>A rung of the ladder: the light of one source line at the centre.</summary>
/// <param name="Name">Name of the source, or "n-" and the nuclide for captures.</param>
/// <param name="EnergyMeV">True energy of all gammas together, MeV.</param>
/// <param name="Peak">The fit; refused where <see cref="LinePeak.IsAccepted"/> is false.</param>
/// <param name="VisibleRatio">Visible over true energy relative to the same of neutron capture on hydrogen.</param>
/// <param name="VisibleRatioError">Its statistical error, that of the reference included.</param>
public sealed record SourceLine(string Name, double EnergyMeV, LinePeak Peak, double VisibleRatio, double VisibleRatioError)
{
    /// <summary>Position of the peak, dark noise included, PE.</summary>
    public double PeakPe => Peak.Mean;

    /// <summary>Statistical error of <see cref="PeakPe"/>.</summary>
    public double PeakPeError => Peak.MeanError;
}
