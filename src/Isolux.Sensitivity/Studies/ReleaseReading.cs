using Isolux.Conditions;
using Isolux.Conditions.Payloads;

namespace Isolux.Sensitivity.Studies;

/// <summary>How the visible energies of one release of constants read with another: the same photoelectrons, another light yield, dark noise and map.</summary>
/// <param name="ScaleRatio">Factor on every visible energy.</param>
/// <param name="OffsetMeV">What is added to every visible energy, MeV.</param>
/// <param name="SpreadFraction">Relative spread over the fiducial volume, by which the constant term of the resolution grows in quadrature.</param>
public readonly record struct ReleaseReading(double ScaleRatio, double OffsetMeV, double SpreadFraction)
{
    // A thin-plate spline bends over a tenth of the radius; this many cells of equal volume follow it to 1e-5.
    private const int CellsPerAxis = 40;

    /// <summary>The same energies.</summary>
    public static ReleaseReading Identity { get; } = new(1.0, 0.0, 0.0);

    /// <summary>Energies of data that one release is right for, read with another; a type that either lacks changes nothing.</summary>
    /// <param name="truth">Constants that are right.</param>
    /// <param name="used">Constants that are used.</param>
    /// <param name="fiducialRadiusMm">Radius of the fiducial volume, mm.</param>
    public static ReleaseReading Of(ConditionsSnapshot truth, ConditionsSnapshot used, double fiducialRadiusMm)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(used);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fiducialRadiusMm);
        double scale = 1.0;
        double offsetMeV = 0.0;
        if (HasBoth<LightYieldPayload>(truth, used))
        {
            double yieldPePerMeV = used.Get<LightYieldPayload>().ValuePePerMeV;
            scale = truth.Get<LightYieldPayload>().ValuePePerMeV / yieldPePerMeV;
            offsetMeV = HasBoth<DarkNoisePayload>(truth, used) ? (truth.Get<DarkNoisePayload>().MeanPe - used.Get<DarkNoisePayload>().MeanPe) / yieldPePerMeV : 0.0;
        }

        if (!HasBoth<NonUniformityMapPayload>(truth, used))
        {
            return new ReleaseReading(scale, offsetMeV, 0.0);
        }

        (double mean, double spread) = Maps(truth.Get<NonUniformityMapPayload>(), used.Get<NonUniformityMapPayload>(), fiducialRadiusMm);
        return new ReleaseReading(scale * mean, offsetMeV, spread / mean);
    }

    private static bool HasBoth<T>(ConditionsSnapshot truth, ConditionsSnapshot used)
        where T : Payload, INamedPayload => truth.Has<T>() && used.Has<T>();

    // Light made at a point is truth's map times that of the centre; dividing by the used map leaves their ratio.
    private static (double Mean, double Spread) Maps(NonUniformityMapPayload truth, NonUniformityMapPayload used, double fiducialRadiusMm)
    {
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < CellsPerAxis; i++)
        {
            double radiusMm = fiducialRadiusMm * Math.Cbrt((i + 0.5) / CellsPerAxis);
            for (int j = 0; j < CellsPerAxis; j++)
            {
                double cosTheta = (2.0 * (j + 0.5) / CellsPerAxis) - 1.0;
                double ratio = truth.Evaluate(radiusMm, cosTheta) / used.Evaluate(radiusMm, cosTheta);
                sum += ratio;
                squares += ratio * ratio;
            }
        }

        const double cells = CellsPerAxis * CellsPerAxis;
        double mean = sum / cells;
        return (mean, Math.Sqrt(Math.Max(0.0, (squares / cells) - (mean * mean))));
    }
}
