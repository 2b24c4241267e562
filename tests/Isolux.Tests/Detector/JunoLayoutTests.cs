using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Quantities;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Detector;

public sealed class JunoLayoutTests
{
    private static readonly Lazy<DetectorDescription> Loaded = new(() => DetectorLoader.Load("juno", []));

    private static readonly Lazy<ImmutableArray<Photosensor>> LargeSensors = new(() => [.. Juno.Photosensors.Where(s => s.Type.Kind == SensorKind.Lpmt)]);

    private static readonly Lazy<ImmutableArray<Photosensor>> SmallSensors = new(() => [.. Juno.Photosensors.Where(s => s.Type.Kind == SensorKind.Spmt)]);

    private static DetectorDescription Juno => Loaded.Value;

    private static ImmutableArray<Photosensor> Large => LargeSensors.Value;

    private static ImmutableArray<Photosensor> Small => SmallSensors.Value;

    [Fact]
    public void Counts_are_exact_and_large_sensors_come_first()
    {
        Assert.Equal(17612, Large.Length);
        Assert.Equal(25600, Small.Length);
        Assert.Equal(5000, Large.Count(s => s.Type.Name == "dynode"));
        Assert.All(Juno.Photosensors.Take(17612), s => Assert.Equal(SensorKind.Lpmt, s.Type.Kind));
        Assert.Equal(Enumerable.Range(0, 43212), Juno.Photosensors.Select(s => s.Channel.Index));
        Assert.Equal(590, Juno.Geometry!.Bars.Count(b => b.Kind == "supportBar"));
    }

    [Fact]
    public void Large_bulbs_do_not_overlap()
    {
        // Half ellipsoids whose equators touch at 508 mm tilt towards each other by 1.5 degrees and would meet just inside; 0.1 mm clears them.
        Assert.True(NearestPairMm(Large, Large) >= 508.1, $"nearest pair {NearestPairMm(Large, Large)} mm");
    }

    [Fact]
    public void Small_bulbs_touch_neither_each_other_nor_large_bulbs()
    {
        Assert.True(NearestPairMm(Small, Small) >= 80.1, $"nearest pair {NearestPairMm(Small, Small)} mm");

        // On the sphere of the small equators the large bulb has the half width 254 sqrt(1 - (134/190)^2) = 180 mm; it narrows further in.
        double nearestMm = NearestPairMm(Small, Large.Select(s => s with { Centre = Scale(s.Centre, 19300.0 / 19434.0) }).ToImmutableArray());
        Assert.True(nearestMm >= 180.1 + 40.0 + 2.0, $"nearest {nearestMm} mm");
    }

    [Fact]
    public void Bars_pass_between_the_bulbs()
    {
        // The published rings at 5.69 degrees leave 47.7 mm beside their five nodes: there a bar of the assumed 50 mm grazes the rims of its two
        // neighbours. Everywhere else the slots lost are the ones the bars need.
        ImmutableArray<double> roomMm = [.. from bar in Juno.Geometry!.Bars from sensor in Large where Near(bar, sensor) select RoomMm(bar, sensor)];
        Assert.Equal(20, roomMm.Count(r => r < 0.0));
        Assert.True(roomMm.Min() > -2.5, $"a bar cuts {-roomMm.Min()} mm into a bulb");
        Assert.All(from bar in Juno.Geometry.Bars from sensor in Small where Near(bar, sensor) select RoomMm(bar, sensor), r => Assert.True(r >= 0.0));
    }

    [Fact]
    public void Chimney_hole_is_respected()
    {
        Assert.All(Large, s => Assert.True(s.Centre.RhoMm >= 900.0));
        Assert.All(Small, s => Assert.True(s.Centre.RhoMm >= 900.0));
    }

    private static Position Scale(Position p, double factor) => new(p.XMm * factor, p.YMm * factor, p.ZMm * factor);

    private static bool Near(OpaqueBar bar, Photosensor sensor) =>
        Math.Abs(bar.End.ZMm - sensor.Centre.ZMm) < 800.0 && Math.Abs(bar.End.XMm - sensor.Centre.XMm) < 800.0 && bar.End.DistanceToMm(sensor.Centre) < 800.0;

    // The widest part of a bulb is its equator; the bar is radial, so the distance there decides.
    private static double RoomMm(OpaqueBar bar, Photosensor sensor)
    {
        double alongMm = ((sensor.Centre.XMm * bar.End.XMm) + (sensor.Centre.YMm * bar.End.YMm) + (sensor.Centre.ZMm * bar.End.ZMm)) / bar.End.RadiusMm;
        double acrossMm = Math.Sqrt(Math.Max(0.0, (sensor.Centre.RadiusMm * sensor.Centre.RadiusMm) - (alongMm * alongMm)));
        return acrossMm - sensor.Type.SemiAxisAcrossMm - bar.RadiusMm;
    }

    private static double NearestPairMm(ImmutableArray<Photosensor> left, ImmutableArray<Photosensor> right)
    {
        const double CellMm = 700.0;
        static (int X, int Y, int Z) Cell(Position p) => ((int)Math.Floor(p.XMm / CellMm), (int)Math.Floor(p.YMm / CellMm), (int)Math.Floor(p.ZMm / CellMm));
        ILookup<(int X, int Y, int Z), Photosensor> cells = right.ToLookup(s => Cell(s.Centre));
        double nearestMm = CellMm;
        foreach (Photosensor sensor in left)
        {
            (int x, int y, int z) = Cell(sensor.Centre);
            for (int i = 0; i < 27; i++)
            {
                foreach (Photosensor other in cells[(x + (i % 3) - 1, y + (i / 3 % 3) - 1, z + (i / 9) - 1)])
                {
                    if (other.Channel != sensor.Channel)
                    {
                        nearestMm = Math.Min(nearestMm, sensor.Centre.DistanceToMm(other.Centre));
                    }
                }
            }
        }

        return nearestMm;
    }
}
