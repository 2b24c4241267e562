using System.Text.Json.Serialization;
using Isolux.Conditions;

namespace Isolux.Campaign.Engine;

/// <summary>One line of a run's record. A run writes one start, one descriptor per stream, events, and one stop.</summary>
/// <param name="TimeSeconds">Time since the start of the run, s.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StartDocument), "start")]
[JsonDerivedType(typeof(DescriptorDocument), "descriptor")]
[JsonDerivedType(typeof(PointEvent), "point")]
[JsonDerivedType(typeof(CustodyEvent), "custody")]
[JsonDerivedType(typeof(InterruptionEvent), "interruption")]
[JsonDerivedType(typeof(StopDocument), "stop")]
public abstract record RunDocument(double TimeSeconds)
{
    /// <summary>The document as one line of canonical JSON (UTF-8, no line end).</summary>
    public byte[] ToJson() => CanonicalJson.Serialize(this);
}
