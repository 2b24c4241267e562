using Isolux.Detector.Photosensors;

namespace Isolux.Simulation.Optics;

/// <summary>Counts of photon ends. Tallies of blocks are added in the order of the blocks, so sums do not depend on threads.</summary>
internal sealed class PhotonTally(OpticalModel model)
{
    public const int CosThetaBins = 18;

    public long[] Absorbed { get; } = new long[model.MediumNames.Length];

    public long[] Lost { get; } = new long[model.LossNames.Length];

    public long[] DetectedByKind { get; } = new long[Enum.GetValues<SensorKind>().Length];

    public long[] CosTheta { get; } = new long[CosThetaBins];

    public long Detected { get; private set; }

    public double TimeSumNs { get; private set; }

    public double TimeSquareSum { get; private set; }

    public double TimeCubeSum { get; private set; }

    public double TimeFourthSum { get; private set; }

    public void Count(PhotonEnds ends, int count)
    {
        ReadOnlySpan<PhotonFate> fates = ends.Fate[..count];
        for (int i = 0; i < fates.Length; i++)
        {
            int location = ends.Location[i];
            switch (fates[i])
            {
                case PhotonFate.Absorbed:
                    Absorbed[location]++;
                    break;
                case PhotonFate.Lost:
                    Lost[location]++;
                    break;
                default:
                    CountDetected(ends, i, location);
                    break;
            }
        }
    }

    public void Add(PhotonTally other)
    {
        AddTo(Absorbed, other.Absorbed);
        AddTo(Lost, other.Lost);
        AddTo(DetectedByKind, other.DetectedByKind);
        AddTo(CosTheta, other.CosTheta);
        Detected += other.Detected;
        TimeSumNs += other.TimeSumNs;
        TimeSquareSum += other.TimeSquareSum;
        TimeCubeSum += other.TimeCubeSum;
        TimeFourthSum += other.TimeFourthSum;
    }

    private static void AddTo(long[] sums, long[] terms)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += terms[i];
        }
    }

    private void CountDetected(PhotonEnds ends, int i, int location)
    {
        Detected++;
        if (location >= 0)
        {
            DetectedByKind[(int)model.ChannelKinds[location]]++;
        }

        double x = ends.XMm[i], y = ends.YMm[i], z = ends.ZMm[i];
        double cosTheta = z / Math.Sqrt((x * x) + (y * y) + (z * z));
        CosTheta[Math.Clamp((int)((cosTheta + 1.0) * (0.5 * CosThetaBins)), 0, CosThetaBins - 1)]++;
        double timeNs = ends.TimeNs[i];
        TimeSumNs += timeNs;
        TimeSquareSum += timeNs * timeNs;
        TimeCubeSum += timeNs * timeNs * timeNs;
        TimeFourthSum += timeNs * timeNs * timeNs * timeNs;
    }
}
