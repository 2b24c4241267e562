using Isolux.Numerics.Random;

namespace Isolux.Testing.Optics;

/// <summary>
/// The plain spheres of the Geant4 reference in an obvious double-precision program that shares nothing with the photon trackers: an oracle for them, and the
/// place where their physics can be made wrong on purpose.
/// </summary>
/// <param name="memory">Whether light keeps its polarisation.</param>
public sealed class PlainSpheres(PolarisationMemory memory)
{
    private const double SpeedOfLightMmPerNs = 299.792458;
    private const int CosThetaBins = 18;
    private static readonly double[] RadiiMm = [17_700, 17_820, 19_434];
    private static readonly double[] Index = [1.496, 1.50, 1.333];
    private static readonly double[] AbsorptionPerMm = [1.0 / 77_000, 1.0 / 10_000, 1.0 / 100_000];
    private static readonly double[] RayleighPerMm = [1.0 / 27_000, 0.0, 0.0];

    /// <summary>Where photons from a point on the z axis end.</summary>
    /// <param name="zMm">The point.</param>
    /// <param name="photons">How many.</param>
    /// <param name="seed">Their random numbers.</param>
    public PlainSpheresResult Simulate(double zMm, int photons, ulong seed)
    {
        var absorbed = new double[RadiiMm.Length];
        var cosTheta = new double[CosThetaBins];
        double detected = 0.0;
        double timeSumNs = 0.0;
        for (uint i = 0; i < photons; i++)
        {
            var random = new RandomSequence(seed, 0, RandomStream.Toy, 0, i);
            (int medium, Vector end, double timeNs) = Follow(new Vector(0.0, 0.0, zMm), ref random);
            if (medium < RadiiMm.Length)
            {
                absorbed[medium]++;
                continue;
            }

            detected++;
            timeSumNs += timeNs;
            cosTheta[Math.Min(CosThetaBins - 1, (int)(0.5 * CosThetaBins * (1.0 + (end.Z / end.Length))))]++;
        }

        return new PlainSpheresResult(detected / photons, [.. absorbed.Select(n => n / photons)], timeSumNs / detected, [.. cosTheta.Select(n => n / detected)]);
    }

    private (int Medium, Vector End, double TimeNs) Follow(Vector position, ref RandomSequence random)
    {
        Vector direction = Isotropic(ref random);
        Vector polarisation = Across(Isotropic(ref random), direction);
        int shell = Array.FindIndex(RadiiMm, r => position.Length < r);
        double timeNs = 0.0;
        while (true)
        {
            double interactionPerMm = AbsorptionPerMm[shell] + RayleighPerMm[shell];
            double toInteraction = random.NextExponential() / interactionPerMm;
            (double toBoundary, int behind) = Boundary(position, direction, shell);
            double step = Math.Min(toInteraction, toBoundary);
            position += step * direction;
            timeNs += step * Index[shell] / SpeedOfLightMmPerNs;
            if (memory == PolarisationMemory.Lost)
            {
                polarisation = Across(Isotropic(ref random), direction);
            }

            if (toBoundary <= toInteraction)
            {
                if (behind == RadiiMm.Length || !Reflects(ref direction, ref polarisation, position, shell, behind, ref random))
                {
                    shell = behind;
                }

                if (shell == RadiiMm.Length)
                {
                    return (shell, position, timeNs);
                }
            }
            else if (random.NextDouble() * interactionPerMm < AbsorptionPerMm[shell])
            {
                return (shell, position, timeNs);
            }
            else
            {
                (direction, polarisation) = Scattered(polarisation, ref random);
            }
        }
    }

    /// <summary>Distance to the next boundary and the shell behind it.</summary>
    private static (double DistanceMm, int Behind) Boundary(Vector position, Vector direction, int shell)
    {
        double along = position * direction;
        double rest = (along * along) - (position * position);
        if (along < 0.0 && shell > 0)
        {
            double inner = rest + (RadiiMm[shell - 1] * RadiiMm[shell - 1]);
            if (inner > 0.0)
            {
                return (Math.Max(0.0, -along - Math.Sqrt(inner)), shell - 1);
            }
        }

        return (Math.Max(0.0, Math.Sqrt(Math.Max(0.0, rest + (RadiiMm[shell] * RadiiMm[shell]))) - along), shell + 1);
    }

    /// <summary>Fresnel's formulas (Jackson, Classical Electrodynamics, 3rd ed., eqs. 7.39 and 7.41).</summary>
    private static bool Reflects(ref Vector direction, ref Vector polarisation, Vector position, int shell, int behind, ref RandomSequence random)
    {
        Vector normal = ((behind > shell ? 1.0 : -1.0) / position.Length) * position;
        double n1 = Index[shell], n2 = Index[behind];
        double c1 = Math.Min(1.0, direction * normal);
        Vector s = Across(direction.Cross(normal).Length > 1e-9 ? direction.Cross(normal) : polarisation, direction);
        double alongS = polarisation * s;
        double alongP = polarisation * s.Cross(direction);
        double c2Squared = 1.0 - (n1 * n1 / (n2 * n2) * (1.0 - (c1 * c1)));
        Vector mirrored = direction + (-2.0 * c1 * normal);
        if (c2Squared <= 0.0)
        {
            (direction, polarisation) = (mirrored, Across((alongS * s) + (alongP * s.Cross(mirrored)), mirrored));
            return true;
        }

        double c2 = Math.Sqrt(c2Squared);
        double rs = ((n1 * c1) - (n2 * c2)) / ((n1 * c1) + (n2 * c2));
        double rp = ((n2 * c1) - (n1 * c2)) / ((n2 * c1) + (n1 * c2));
        if (random.NextDouble() < (rs * rs * alongS * alongS) + (rp * rp * alongP * alongP))
        {
            (direction, polarisation) = (mirrored, Across((rs * alongS * s) + (rp * alongP * s.Cross(mirrored)), mirrored));
            return true;
        }

        Vector refracted = ((n1 / n2) * direction) + ((c2 - (n1 / n2 * c1)) * normal);
        Vector passed = ((1.0 + rs) * alongS * s) + (n1 / n2 * (1.0 + rp) * alongP * s.Cross(refracted));
        (direction, polarisation) = (refracted, Across(passed, refracted));
        return false;
    }

    /// <summary>A dipole along the polarisation, by rejection.</summary>
    private static (Vector Direction, Vector Polarisation) Scattered(Vector polarisation, ref RandomSequence random)
    {
        while (true)
        {
            Vector direction = Isotropic(ref random);
            double cosine = direction * polarisation;
            if (random.NextDouble() < 1.0 - (cosine * cosine))
            {
                return (direction, Across(polarisation, direction));
            }
        }
    }

    private static Vector Isotropic(ref RandomSequence random)
    {
        (double x, double y, double z) = random.NextIsotropic();
        return new Vector(x, y, z);
    }

    /// <summary>The unit vector along the part of a vector at right angles to a direction.</summary>
    private static Vector Across(Vector vector, Vector direction)
    {
        Vector across = vector + (-(vector * direction) * direction);
        return (1.0 / across.Length) * across;
    }

    private readonly record struct Vector(double X, double Y, double Z)
    {
        public double Length => Math.Sqrt(this * this);

        public static Vector operator +(Vector left, Vector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

        public static Vector operator *(double factor, Vector vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

        public static double operator *(Vector left, Vector right) => (left.X * right.X) + (left.Y * right.Y) + (left.Z * right.Z);

        public Vector Cross(Vector other) =>
            new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));
    }
}
