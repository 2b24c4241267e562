using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>A cable's length less the one that the other measures expect, m.</summary>
internal sealed record CableSlipReport(double DifferenceM, double ErrorM)
{
    private const double MPerMm = 1e-3;

    public static CableSlipReport? From(CableSlip? slip) => slip is null ? null : new CableSlipReport(MPerMm * slip.DifferenceMm, MPerMm * slip.ErrorMm);
}
