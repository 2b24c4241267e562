using System.Collections.Immutable;
using Isolux.Detector.Documents;
using Isolux.Detector.Published;

namespace Isolux.Detector.Building;

/// <summary>Checks and converts published results.</summary>
internal sealed class PublishedBuilder(SpecificationReader reader)
{
    private const string Path = "$.published";

    public PublishedResults? Build(PublishedDocument? document)
    {
        if (document is null)
        {
            return null;
        }

        var rows = ImmutableSortedDictionary.CreateBuilder<string, PublishedRow>(StringComparer.Ordinal);
        foreach ((string name, PublishedResolutionDocument row) in document.Resolution)
        {
            string path = $"{Path}.resolution.{name}";
            (double a, double aError) = Pair(row.APercent, path + ".aPercent");
            (double b, double bError) = Pair(row.BPercent, path + ".bPercent");
            (double c, double cError) = Pair(row.CPercent, path + ".cPercent");
            (double effective, double effectiveError) = Pair(row.EffectivePercent, path + ".effectivePercent");
            (double Value, double Error)? bias = row.BiasPercent is { } declared ? Pair(declared, path + ".biasPercent") : null;
            rows[name] = new PublishedRow(a, aError, b, bError, c, cError, effective, effectiveError, bias?.Value, bias?.Error);
        }

        PublishedNonUniformityDocument map = document.NonUniformity;
        return new PublishedResults(
            document.ResolutionSource,
            rows.ToImmutable(),
            reader.Positive(map.Maximum, Path + ".nonUniformity.maximum"),
            reader.Positive(map.MaximumRadiusM, Path + ".nonUniformity.maximumRadiusM"),
            reader.Positive(map.At17M, Path + ".nonUniformity.at17M"),
            reader.Positive(map.FiducialMean, Path + ".nonUniformity.fiducialMean"));
    }

    private (double Value, double Error) Pair(ImmutableArray<double> pair, string path)
    {
        if (pair.Length == 2 && pair.All(value => double.IsFinite(value) && value >= 0))
        {
            return (pair[0], pair[1]);
        }

        reader.Fault(path, null, "a published number is a value and its error, both not negative", "write [value, error]");
        return (0.0, 0.0);
    }
}
