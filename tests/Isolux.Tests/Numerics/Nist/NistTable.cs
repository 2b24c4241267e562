namespace Isolux.Tests.Numerics.Nist;

/// <summary>The numbers of one StRD file: predictor columns, then the response.</summary>
internal sealed record NistTable(double[][] Rows)
{
    public double[] X => Array.ConvertAll(Rows, row => row[0]);

    public double[] Y => Array.ConvertAll(Rows, row => row[^1]);

    public static NistTable Read(string name)
    {
        using Stream stream = typeof(NistTable).Assembly.GetManifestResourceStream($"Nist.{name}.csv")
            ?? throw new InvalidOperationException($"No embedded table {name}.");
        using StreamReader reader = new(stream);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new NistTable([.. lines
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), double.Parse))]);
    }
}
