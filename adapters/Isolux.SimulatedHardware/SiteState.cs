using System.Text.Json;

namespace Isolux.SimulatedHardware;

/// <summary>All that changes at a site; kept with a checkpoint as JSON.</summary>
internal sealed class SiteState
{
    public double NowS { get; set; }

    public double HeardS { get; set; }

    public uint Draws { get; set; }

    public int NextEdge { get; set; }

    public UnitState[] Units { get; set; } = [];

    public string ToJson() => JsonSerializer.Serialize(this);

    public static SiteState FromJson(string json) => JsonSerializer.Deserialize<SiteState>(json)!;
}
