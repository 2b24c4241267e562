using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Conditions.Payloads;

namespace Isolux.Conditions;

/// <summary>Turns payloads into canonical, self-describing bytes and back. The list of payload types stands here.</summary>
public static class PayloadCodec
{
    private static readonly ImmutableDictionary<string, Type> Types = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [ChannelChargeCurvesPayload.Name] = typeof(ChannelChargeCurvesPayload),
        [ChannelConstantsPayload.Name] = typeof(ChannelConstantsPayload),
        [ExpectedLightMapPayload.Name] = typeof(ExpectedLightMapPayload),
        [LightYieldPayload.Name] = typeof(LightYieldPayload),
        [NonUniformityMapPayload.Name] = typeof(NonUniformityMapPayload),
        [DarkNoisePayload.Name] = typeof(DarkNoisePayload),
        [SourceSpectraPayload.Name] = typeof(SourceSpectraPayload),
        [ElectronLightPayload.Name] = typeof(ElectronLightPayload),
        [ElectronNonLinearityPayload.Name] = typeof(ElectronNonLinearityPayload),
        [TransparencyPayload.Name] = typeof(TransparencyPayload),
    }.ToImmutableDictionary();

    /// <summary>Names of all payload types, sorted.</summary>
    public static ImmutableArray<string> TypeNames => [.. Types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Canonical bytes: type, schema version, units and content.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static byte[] Encode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        JsonObject document = new()
        {
            ["type"] = payload.TypeName,
            ["schemaVersion"] = payload.SchemaVersion,
            ["units"] = JsonSerializer.SerializeToNode(payload.Units, CanonicalJson.Options),
            ["content"] = JsonSerializer.SerializeToNode(payload, payload.GetType(), CanonicalJson.Options),
        };
        return CanonicalJson.Serialize(document);
    }

    /// <summary>Identity of a payload.</summary>
    public static PayloadId Identify(Payload payload) => new(CanonicalJson.Digest(Encode(payload)));

    /// <summary>The payload in these bytes.</summary>
    /// <exception cref="ConditionsException">The bytes are no payload, or of a type or schema version this program does not know.</exception>
    public static Payload Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            JsonObject document = JsonSerializer.Deserialize<JsonObject>(bytes, CanonicalJson.Options)
                ?? throw new ConditionsException("The payload is empty (its bytes hold null); restore the store from a copy.");
            string typeName = document["type"]!.GetValue<string>();
            int schemaVersion = document["schemaVersion"]!.GetValue<int>();
            if (!Types.TryGetValue(typeName, out Type? type))
            {
                throw new ConditionsException($"Payload type '{typeName}' is not known (this program knows {string.Join(", ", TypeNames)}); use a newer program.");
            }

            Payload payload = (Payload)document["content"].Deserialize(type, CanonicalJson.Options)!;
            return payload.SchemaVersion == schemaVersion
                ? payload
                : throw new ConditionsException($"Payload '{typeName}' has schema version {schemaVersion} (this program reads {payload.SchemaVersion}); use a matching program.");
        }
        catch (Exception fault) when (fault is JsonException or NullReferenceException or InvalidOperationException or ArgumentException)
        {
            throw new ConditionsException($"The payload cannot be read ({fault.Message}); restore the store from a copy.", fault);
        }
    }
}
