using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Events.Beams;

/// <summary>
/// The light a beam is expected to give groups of channels, per photon of the beam, in scintillators whose absorption and Rayleigh scattering are a and s times as strong as those simulated. The logarithm
/// of every group's light is a polynomial in (ln a, ln s) through <see cref="NodeCount"/> x <see cref="NodeCount"/> nodes.
/// </summary>
public sealed record BeamTemplate
{
    /// <summary>Nodes per coefficient.</summary>
    public const int NodeCount = 7;

    /// <summary>Both coefficients may differ from the simulated ones by up to this factor, either way.</summary>
    public const double LargestFactor = 2.0;

    /// <summary>The nodes in ln a and ln s.</summary>
    public static ChebyshevNodes LogNodes { get; } = new(NodeCount, -Math.Log(LargestFactor), Math.Log(LargestFactor));

    /// <summary>Name of the beam.</summary>
    public required string Beam { get; init; }

    /// <summary>Its wavelength, nm.</summary>
    public required double WavelengthNm { get; init; }

    /// <summary>Absorption length that was simulated (a = 1), mm.</summary>
    public required double AbsorptionLengthMm { get; init; }

    /// <summary>Rayleigh length that was simulated (s = 1), mm.</summary>
    public required double RayleighLengthMm { get; init; }

    /// <summary>Angle between the spot of the direct light and the middle of every group, seen from the centre.</summary>
    public required ImmutableArray<double> CentresDegrees { get; init; }

    /// <summary>Group of every channel; -1 for channels that are not used.</summary>
    public required ImmutableArray<int> GroupOfChannel { get; init; }

    /// <summary>Light of every channel as simulated, PE per photon.</summary>
    public required ImmutableArray<double> ChannelPePerPhoton { get; init; }

    /// <summary>ln(PE per photon) of every group, shape [groups, nodes of ln a, nodes of ln s].</summary>
    public required ImmutableArray<double> LogLightCoefficients { get; init; }

    /// <summary>Relative standard error of every group from the number of simulated photons.</summary>
    public required ImmutableArray<double> RelativeErrors { get; init; }

    /// <summary>Mean number of re-emissions of the light of every group: d ln light / d ln(probability of re-emission).</summary>
    public required ImmutableArray<double> ReemissionMean { get; init; }

    /// <summary>Number of groups.</summary>
    public int GroupCount => RelativeErrors.Length;

    /// <summary>Light of every group.</summary>
    /// <param name="logAbsorptionFactor">ln a.</param>
    /// <param name="logScatteringFactor">ln s.</param>
    /// <param name="pePerPhoton">Receives one value per group, PE per photon.</param>
    public void Evaluate(double logAbsorptionFactor, double logScatteringFactor, Span<double> pePerPhoton)
    {
        Span<double> absorption = stackalloc double[NodeCount];
        Span<double> scattering = stackalloc double[NodeCount];
        LogNodes.Weigh(logAbsorptionFactor, absorption);
        LogNodes.Weigh(logScatteringFactor, scattering);
        ReadOnlySpan<double> values = LogLightCoefficients.AsSpan();
        for (int group = 0; group < pePerPhoton.Length; group++)
        {
            double sum = 0.0;
            for (int i = 0; i < NodeCount; i++)
            {
                double row = 0.0;
                for (int j = 0; j < NodeCount; j++)
                {
                    row += scattering[j] * values[(((group * NodeCount) + i) * NodeCount) + j];
                }

                sum += absorption[i] * row;
            }

            pePerPhoton[group] = Math.Exp(sum);
        }
    }
}
