using System.Security.Cryptography;
using System.Text;
using Isolux.Strategy.Provenance;

namespace Isolux.Storage.Output;

/// <summary>One digest for everything that decides a run: what lies behind the names counts, not the names.</summary>
public static class InputsDigest
{
    /// <summary>SHA-256, 64 lower-case hex digits.</summary>
    /// <param name="inputs">Inputs of a run.</param>
    public static string Of(RunInputs inputs)
    {
        string canonical = string.Join(
            '\n',
            inputs.DetectorDigest,
            inputs.CampaignDigest,
            $"{inputs.Seed}",
            $"{inputs.StatisticsFactor:R}",
            $"{inputs.Extent}",
            string.Join(' ', inputs.VariationDigests.Values));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
