using Isolux.Bench;

const int rounds = 3;
string filter = args.Length > 0 ? args[0] : string.Empty;
Console.WriteLine("| workload | unit | per second and core | goal | ratio |");
Console.WriteLine("|---|---|---|---|---|");
foreach (Measurement measurement in PhotonWorkloads.All().Concat(EventFileWorkloads.All()).Concat(EventWorkloads.All()).Concat(SensitivityWorkloads.All()))
{
    if (measurement.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
    {
        Console.WriteLine(measurement.Row(measurement.PerSecond(rounds)));
    }
}
