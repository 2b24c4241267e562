using System.Collections.Immutable;
using System.Text;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Xunit;

namespace Isolux.Tests.Conditions;

public sealed class PayloadCodecTests
{
    [Fact]
    public void Bytes_are_canonical_and_self_describing()
    {
        byte[] bytes = PayloadCodec.Encode(new DarkNoisePayload(142.7, 0.1, 300.0, "n-H, run 7"));
        Assert.Equal(
            """{"content":{"errorPe":0.1,"meanPe":142.7,"provenance":"n-H, run 7","windowNs":300},"schemaVersion":1,"type":"darkNoise","units":{"errorPe":"PE","meanPe":"PE","windowNs":"ns"}}""",
            Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void Identity_is_the_sha256_of_the_bytes()
    {
        Assert.Equal(PayloadCodec.Identify(Light(1345.0)), PayloadCodec.Identify(Light(1345.0)));
        Assert.NotEqual(PayloadCodec.Identify(Light(1345.0)), PayloadCodec.Identify(Light(Math.BitIncrement(1345.0))));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CanonicalJson.Digest("abc"u8));
    }

    [Fact]
    public void Every_payload_survives_a_round_trip()
    {
        foreach (Payload payload in new Payload[] { Light(1.0 / 3.0), new DarkNoisePayload(142.7, 0.1, 300.0, "x"), Map(), Channels() })
        {
            byte[] bytes = PayloadCodec.Encode(payload);
            Payload read = PayloadCodec.Decode(bytes);
            Assert.IsType(payload.GetType(), read);
            Assert.Equal(bytes, PayloadCodec.Encode(read));
            Assert.Contains(payload.TypeName, PayloadCodec.TypeNames);
        }
    }

    [Fact]
    public void Channel_constants_calibrate_hits()
    {
        ChannelConstantsPayload constants = Channels();
        Assert.Equal(2.0, constants.CalibratedPe(1, 2.2), 12);
        Assert.Equal(3.0, constants.DelayNs(1, 1.0), 12);
        Assert.Equal(3.0 - 0.75, constants.DelayNs(1, 4.0), 12);
        Assert.Equal(constants.DelayNs(1, 0.1), constants.DelayNs(1, 0.0));
        Assert.Throws<ArgumentException>(() => new ChannelConstantsPayload(
            Values(1.0), constants.SinglePeSpread, constants.RelativePde, constants.TimeOffsetNs, constants.TimeWalkNs, constants.DarkRateHz, constants.Statuses, "x"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"type":"lightYield"}""")]
    [InlineData("""{"content":{},"schemaVersion":1,"type":"somethingElse","units":{}}""")]
    [InlineData("""{"content":{"errorPePerMeV":1,"provenance":"x","valuePePerMeV":-5},"schemaVersion":1,"type":"lightYield","units":{}}""")]
    [InlineData("""{"content":{"errorPePerMeV":1,"provenance":"x","valuePePerMeV":5},"schemaVersion":2,"type":"lightYield","units":{}}""")]
    public void Foreign_bytes_are_refused(string text) =>
        Assert.Throws<ConditionsException>(() => PayloadCodec.Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void A_light_yield_must_be_a_positive_number(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Light(value));

    private static ChannelConstantsPayload Channels() => new(
        Values(0.9, 1.1), Values(0.3, 0.5), Values(0.0, 1.0), Values(-1.0, 3.0), Values(1.0, 1.5), Values(2e4, 3e4), [ChannelStatus.Dead, ChannelStatus.Good], "x");

    private static ChannelValues Values(params ImmutableArray<double> values) => new(values, [.. values.Select(_ => 0.25)]);

    private static LightYieldPayload Light(double value) => new(value, 0.5, "n-H at the centre");

    private static NonUniformityMapPayload Map() => new(17700.0, 0.5, 0.5, 0.0, 1.0, [0.5], [0.1], [0.0], [1.0, 0.1, 0.0], [.. new double[10]], "x");
}
