using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Response;

namespace Isolux.Storage.DataSets;

/// <summary>A calibrated positron scale as the table a detector declares under <c>reactors.positronNonLinearity</c>.</summary>
public static class PositronScaleTable
{
    /// <summary>The table as text.</summary>
    /// <param name="payload">The calibrated non-linearity.</param>
    /// <param name="source">Where it comes from, one line.</param>
    public static string Write(ElectronNonLinearityPayload payload, string source)
    {
        ArgumentNullException.ThrowIfNull(payload);
        PositronEnergyScale scale = PositronEnergyScale.FromPayload(payload);
        ImmutableArray<SampledCurve> modes = scale.Modes;
        StringBuilder text = new("# Visible over true energy of positrons against kinetic energy + 1.022 MeV, and the eigenvectors of its covariance, each one standard error long.\n");
        text.Append(CultureInfo.InvariantCulture, $"# source: {source}\n");
        text.Append("energyMeV,ratio").Append(string.Concat(Enumerable.Range(1, modes.Length).Select(k => FormattableString.Invariant($",mode{k}")))).Append('\n');
        foreach (double energyMeV in payload.PositronEnergiesMeV)
        {
            text.Append(CultureInfo.InvariantCulture, $"{energyMeV:0.####},{scale.VisibleMeV(energyMeV) / energyMeV:F5}");
            text.Append(string.Concat(modes.Select(mode => FormattableString.Invariant($",{mode.Evaluate(energyMeV):F5}")))).Append('\n');
        }

        return text.ToString();
    }
}
