using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>Sixteen lanes give every photon the end that following it alone gives: same fate, place, time and weight, bit for bit.</summary>
public sealed class VectorPhotonTrackerTests
{
    public static TheoryData<string, double, double, double> Starts => new()
    {
        { "spheres", 0, 0, 0 },
        { "spheres", 0, 0, 17.4 },
        { "spheres", 1.0, 2.0, 16.5 },
        { "complete", 0, 0, 0 },
        { "complete", 3.0, -9.0, 14.5 },
        { "complete", 0.1, 0.2, 17.75 },
        { "complete", 0, 0, 19.0 },
        { "balls", 0, 5.0, 3.0 },
        { "balls", 0, 0, 30.0 },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void Ends_are_those_of_the_scalar_tracker(string toy, double x, double y, double z)
    {
        DetectorDescription detector = toy switch
        {
            "spheres" => OpticalToys.Spheres(),
            "balls" => OpticalToys.BallsInClearMatter(),
            _ => OpticalToys.Complete(),
        };
        var model = new OpticalModel(detector);
        PhotonBatch batch = Emit(model, Position.FromMetres(x, y, z), 20_011);
        foreach (DetectionMode mode in Enum.GetValues<DetectionMode>())
        {
            PhotonEnds scalar = Track(new ScalarPhotonTracker(model), batch, mode);
            PhotonEnds vector = Track(new VectorPhotonTracker(model), batch, mode);
            Assert.Equal(scalar.Fate.ToArray(), vector.Fate.ToArray());
            Assert.Equal(scalar.Location.ToArray(), vector.Location.ToArray());
            Assert.Equal(scalar.TimeNs.ToArray(), vector.TimeNs.ToArray());
            Assert.Equal(scalar.Weight.ToArray(), vector.Weight.ToArray());
            Assert.Equal(scalar.XMm.ToArray(), vector.XMm.ToArray());
            Assert.Equal(scalar.YMm.ToArray(), vector.YMm.ToArray());
            Assert.Equal(scalar.ZMm.ToArray(), vector.ZMm.ToArray());
        }
    }

    private static PhotonBatch Emit(OpticalModel model, Position position, int count)
    {
        var batch = new PhotonBatch(count) { Count = count };
        batch.XMm.Fill((float)position.XMm);
        batch.YMm.Fill((float)position.YMm);
        batch.ZMm.Fill((float)position.ZMm);
        new PhotonEmitter(model.Scintillation).Emit(batch, Key);
        return batch;
    }

    private static PhotonEnds Track(IPhotonTracker tracker, PhotonBatch batch, DetectionMode mode)
    {
        var ends = new PhotonEnds(batch.Count);
        tracker.Track(batch, Key, mode, ends);
        return ends;
    }

    private static PhotonKey Key => new(7, 2, 3, 5);
}
