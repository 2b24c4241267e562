using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>A map of a complete toy with a ring of bars and a chimney on the axis, from few photons.</summary>
public sealed class ResponseMapTests(ResponseMapTests.Built built) : IClassFixture<ResponseMapTests.Built>
{
    public sealed class Built
    {
        public Built() => Map = Build(2);

        public static DetectorDescription Detector { get; } = Toy();

        public static ResponseMapSettings Settings { get; } = new() { PhotonCount = 3_000_000 };

        public ResponseMap Map { get; }

        public static ResponseMap Build(int threads) => new ResponseMapBuilder(Detector, Settings, threads).Build(null, CancellationToken.None);

        private static DetectorDescription Toy()
        {
            DetectorDescription complete = OpticalToys.Complete();
            OpaqueBar[] bars =
            [
                .. Enumerable.Range(0, 12).Select(i => new OpaqueBar(
                    "supportBar", Position.FromSpherical(17_820, 0.2, Math.PI * i / 6.0), Position.FromSpherical(19_400, 0.2, Math.PI * i / 6.0), 80)),
                new OpaqueBar("chimney", new Position(0, 0, 17_600), new Position(0, 0, 19_400), 450),
            ];
            PhotosensorType large = complete.Photosensors[0].Type;
            PhotosensorType small = complete.Photosensors[^1].Type;
            return complete with
            {
                Geometry = complete.Geometry! with { Bars = [.. bars] },
                Photosensors = [.. OpticalToys.Sensors(8_000, 0, 19_434, large), .. OpticalToys.Sensors(3_000, 8_000, 19_300, small)],
            };
        }
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes() =>
        Assert.Equal(ResponseMapCodec.Encode(built.Map), ResponseMapCodec.Encode(Built.Build(1)));

    [Fact]
    public void The_map_agrees_with_tracked_photons_at_points_it_was_not_built_on()
    {
        // Eight places far from each other, even over the fiducial volume, so that the stated noise of the map averages out as it is stated.
        const int places = 8;
        OpticalModel model = new(Built.Detector);
        RunningMoments ratios = new();
        double microVariance = 0;
        for (int i = 0; i < places; i++)
        {
            Position point = Position.FromSpherical(17_200.0 * Math.Cbrt((i + 0.5) / places), 0.95 - (1.9 * ((i * 3) % places) / (places - 1)), 2.4 * i);
            PhotonBombSettings settings = new() { Position = point, Count = 100_000, Seed = 81, Threads = 2 };
            PhotonBombResult micro = new PhotonBomb(model, settings, TimeProvider.System).Simulate(cancellation: TestContext.Current.CancellationToken);
            ratios.Add((built.Map.Lpmt.Evaluate(point) + built.Map.Spmt.Evaluate(point)) / micro.Detected);
            microVariance += Math.Pow(micro.DetectedError / micro.Detected, 2) / places;
        }

        double error = Math.Sqrt((Math.Pow(built.Map.Quality.FiducialNoiseFraction, 2) + microVariance) / places);
        StatisticalAssert.Agrees(ratios.Mean, error, 1.0, 1e-4);
        StatisticalAssert.RejectsMutant("6 % too bright", () => StatisticalAssert.Agrees(1.06 * ratios.Mean, error, 1.0, 1e-4));
    }

    [Fact]
    public void Its_quality_is_stated_and_believable()
    {
        ResponseMapQuality quality = built.Map.Quality;
        Assert.Equal(3_000_000 / 2048 * 2048, quality.PhotonCount);

        // 1464 nodes for about 230 functions: chi2/ndf scatters by sqrt(2/1230) = 0.04; four times that.
        Assert.InRange(quality.Chi2PerNdf, 0.84, 1.16);
        Assert.InRange(quality.FiducialNoiseFraction, 1e-3, 3e-2);
    }

    [Fact]
    public void Bytes_come_back_as_the_same_map_and_damaged_ones_as_none()
    {
        byte[] bytes = ResponseMapCodec.Encode(built.Map);
        ResponseMap? decoded = ResponseMapCodec.TryDecode(bytes, Built.Detector);
        Assert.NotNull(decoded);
        Assert.Equal(bytes, ResponseMapCodec.Encode(decoded));
        Assert.Equal(built.Map.Lpmt.Evaluate(5000, 4000, -9000), decoded.Lpmt.Evaluate(5000, 4000, -9000));
        foreach (int length in new[] { 0, 3, 8, 30, 1000, bytes.Length / 2, bytes.Length - 1 })
        {
            Assert.Null(ResponseMapCodec.TryDecode(bytes[..length], Built.Detector));
        }

        byte[] otherVersion = [.. bytes];
        otherVersion[4]++;
        Assert.Null(ResponseMapCodec.TryDecode(otherVersion, Built.Detector));
        byte[] hugeTable = [.. bytes];
        BitConverter.TryWriteBytes(hugeTable.AsSpan(28), int.MaxValue);
        Assert.Null(ResponseMapCodec.TryDecode(hugeTable, Built.Detector));
        byte[] negativeTable = [.. bytes];
        BitConverter.TryWriteBytes(negativeTable.AsSpan(28), -1);
        Assert.Null(ResponseMapCodec.TryDecode(negativeTable, Built.Detector));
    }

    [Fact]
    public void The_digest_tells_detectors_statistics_and_seeds_apart()
    {
        DetectorDescription other = Built.Detector with { LightDigest = "other" };
        string[] digests =
        [
            ResponseMapCodec.Digest(Built.Detector, Built.Settings),
            ResponseMapCodec.Digest(other, Built.Settings),
            ResponseMapCodec.Digest(Built.Detector, Built.Settings with { Seed = 1 }),
            ResponseMapCodec.Digest(Built.Detector, Built.Settings with { PhotonCount = 2_000_000 }),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.All(digests, digest => Assert.Matches("^[0-9a-f]{64}$", digest));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseMapSettings { PhotonCount = 999_999 });
    }

    [Fact]
    public void A_provider_does_not_build_what_the_store_holds()
    {
        MemoryStore store = new();
        ResponseMapProvider provider = new(store, Built.Settings, 2);
        store.Write(ResponseMapCodec.Digest(Built.Detector, Built.Settings), ResponseMapCodec.Encode(built.Map));
        int writes = store.Writes;
        ResponseMap known = provider.Provide(Built.Detector, null, CancellationToken.None);
        Assert.Equal(writes, store.Writes);
        Assert.Equal(ResponseMapCodec.Encode(built.Map), ResponseMapCodec.Encode(known));
    }

    private sealed class MemoryStore : IMapStore
    {
        private readonly Dictionary<string, byte[]> _entries = [];

        public int Writes { get; private set; }

        public byte[]? TryRead(string digest) => _entries.GetValueOrDefault(digest);

        public void Write(string digest, ReadOnlySpan<byte> content)
        {
            Writes++;
            _entries[digest] = content.ToArray();
        }
    }
}
