using System.Collections.Immutable;
using Isolux.Detector.Capsules;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Capsules;

/// <summary>
/// Light made near a capsule and its fixture: photons fly straight, what they meet reflects a declared fraction of them diffusely (Lambert) and keeps the rest. Within the metre that matters
/// light is hardly absorbed or scattered (lengths of 77 and 27 m), so everything else of its fate is one probability per direction.
/// </summary>
public sealed class CapsuleShadow
{
    private const int MostReflections = 200;
    private const double LeastWeight = 1e-6;

    // Photons leave a surface from this far outside, so that rounding cannot make them meet it again.
    private const double SkinMm = 1e-6;

    private readonly DirectionalDetection _detection;
    private readonly double _meanProbability;
    private readonly Position _source;

    /// <summary>The shadow of a capsule.</summary>
    /// <param name="capsule">The capsule.</param>
    /// <param name="source">Where its middle is.</param>
    /// <param name="detection">Detection of light that leaves the source.</param>
    public CapsuleShadow(SourceCapsule capsule, Position source, DirectionalDetection detection)
    {
        ArgumentNullException.ThrowIfNull(capsule);
        ArgumentNullException.ThrowIfNull(detection);
        ImmutableArray<CapsuleBody> all = capsule.Bodies();
        Bodies = [.. all.Where(body => !all.Any(other => other != body && Encloses(other.Shape, body.Shape)))];
        _source = source;
        _detection = detection;
        _meanProbability = detection.MeanProbability;
    }

    /// <summary>The bodies that light can meet: those not enclosed by another.</summary>
    public ImmutableArray<CapsuleBody> Bodies { get; }

    /// <summary>Follows one photon of random direction.</summary>
    /// <param name="start">Where it is made, outside all bodies.</param>
    /// <param name="random">Random numbers.</param>
    public ShadowedPhoton Follow(Position start, ref RandomSequence random)
    {
        (double x, double y, double z) = random.NextIsotropic();
        UnitVector direction = new(x, y, z);
        double unshadowed = _detection.Probability(z);
        Position point = start - _source;
        int first = -1;
        double weight = 1.0;
        for (int reflection = 0; reflection < MostReflections && weight > LeastWeight; reflection++)
        {
            int body = Nearest(point, direction, out double pathMm);
            if (body < 0)
            {
                return first < 0
                    ? new ShadowedPhoton(-1, 0.0)
                    : new ShadowedPhoton(first, (unshadowed - (weight * _detection.Probability(direction.Z))) / _meanProbability);
            }

            first = first < 0 ? body : first;
            weight *= Bodies[body].Reflectivity;
            point = Along(point, direction, pathMm);
            UnitVector normal = CylinderCrossing.Normal(Bodies[body].Shape, point);
            point = Along(point, normal, SkinMm);
            direction = Lambert(normal, ref random);
        }

        return new ShadowedPhoton(first, unshadowed / _meanProbability);
    }

    private int Nearest(in Position point, in UnitVector direction, out double pathMm)
    {
        int nearest = -1;
        pathMm = double.PositiveInfinity;
        for (int i = 0; i < Bodies.Length; i++)
        {
            (double fromMm, double toMm) = CylinderCrossing.Chord(Bodies[i].Shape, point, direction);
            if (fromMm > 0 && fromMm < toMm && fromMm < pathMm)
            {
                (nearest, pathMm) = (i, fromMm);
            }
        }

        return nearest;
    }

    // The sum of the normal and an isotropic unit vector has the cosine law.
    private static UnitVector Lambert(in UnitVector normal, ref RandomSequence random)
    {
        while (true)
        {
            (double x, double y, double z) = random.NextIsotropic();
            (x, y, z) = (x + normal.X, y + normal.Y, z + normal.Z);
            double length = Math.Sqrt((x * x) + (y * y) + (z * z));
            if (length > 1e-6)
            {
                return new UnitVector(x / length, y / length, z / length);
            }
        }
    }

    private static Position Along(in Position point, in UnitVector direction, double lengthMm) =>
        new(point.XMm + (lengthMm * direction.X), point.YMm + (lengthMm * direction.Y), point.ZMm + (lengthMm * direction.Z));

    private static bool Encloses(in UprightCylinder outer, in UprightCylinder inner) =>
        outer.RadiusMm >= inner.RadiusMm && outer.LowMm <= inner.LowMm && outer.HighMm >= inner.HighMm;
}
