using System.Globalization;

namespace Isolux.Physics.Tests.Optics;

/// <summary>One source position of docs/validation/reference/geant4_optical.csv (Geant4 11.4.0; every parameter in its header).</summary>
internal sealed class Geant4Row
{
    private readonly Dictionary<string, double> _values;

    private Geant4Row(Dictionary<string, double> values) => _values = values;

    public double ZM => _values["z_m"];

    public double Photons => _values["n_photons"];

    public double DetectedPhotons => _values["n_detected"];

    public double Detected => _values["frac_detected"];

    public double[] Absorbed => [_values["frac_abs_LS"], _values["frac_abs_acrylic"], _values["frac_abs_water"]];

    public double MeanTimeNs => _values["mean_t_ns"];

    public double RmsTimeNs => _values["rms_t_ns"];

    public double[] CosTheta => [.. Enumerable.Range(0, 18).Select(i => _values[$"fcos{i:00}"])];

    public static Geant4Row[] Read()
    {
        string[] lines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "geant4_optical.csv")).Where(l => !l.StartsWith('#'))];
        string[] names = lines[0].Split(',');
        return
        [
            .. lines.Skip(1).Select(line => new Geant4Row(
                names.Zip(line.Split(',')).ToDictionary(p => p.First, p => double.Parse(p.Second, CultureInfo.InvariantCulture)))),
        ];
    }
}
