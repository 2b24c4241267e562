using System.Numerics;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Sixteen photons in flight as structures of arrays: element i of every array belongs to lane i. Single lanes are read and written by index, all of them at once
/// as <see cref="Vector512{T}"/>. A lane without a photon keeps the values of its last one; they are computed with and never used.
/// </summary>
internal sealed class PhotonLanes(OpticalModel model)
{
    public const int Count = 16;

    private readonly int _wavelengths = model.Grid.Count;

    /// <summary>Position, mm.</summary>
    public readonly float[] X = new float[Count], Y = new float[Count], Z = new float[Count];

    /// <summary>Unit direction.</summary>
    public readonly float[] DirectionX = new float[Count], DirectionY = new float[Count], DirectionZ = new float[Count];

    /// <summary>Unit polarisation.</summary>
    public readonly float[] PolarisationX = new float[Count], PolarisationY = new float[Count], PolarisationZ = new float[Count];

    /// <summary>Time, ns; squared radius, mm^2; position times direction, mm.</summary>
    public readonly float[] TimeNs = new float[Count], RadiusSquared = new float[Count], Along = new float[Count];

    /// <summary>Optical depth left to the next interaction, and the number that chooses which.</summary>
    public readonly float[] Depth = new float[Count], Choice = new float[Count];

    /// <summary>Radii of the shell's boundaries (inner one 0 at the centre) and where its obstacles begin, see <see cref="OpticalModel.ObstacleInnerSquared"/>.</summary>
    public readonly float[] OuterMm = new float[Count], InnerMm = new float[Count], ObstacleInnerSquared = new float[Count];

    /// <summary>Fields of the <see cref="MediumRow"/> of the lane's shell and wavelength.</summary>
    public readonly float[] RefractiveIndex = new float[Count], SlownessNsPerMm = new float[Count], InteractionPerMm = new float[Count], MeanFreePathMm = new float[Count];

    /// <summary>Index of the photon in its batch, number of its flight, boundary decisions drawn in it.</summary>
    public readonly uint[] Photon = new uint[Count], Flight = new uint[Count], Boundaries = new uint[Count];

    /// <summary>Shell and wavelength index.</summary>
    public readonly int[] Shell = new int[Count], Wavelength = new int[Count];

    /// <summary>The next step: its length, the radius it ends at, the root of the discriminant there, and +1 outwards or -1 inwards.</summary>
    public readonly float[] StepMm = new float[Count], TargetMm = new float[Count], Root = new float[Count], Outwards = new float[Count];

    /// <summary>The mask whose lanes are the bits that are set.</summary>
    public static Vector512<float> Mask(uint bits)
    {
        Vector512<uint> lane = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create(bits) & lane, lane).AsSingle();
    }

    /// <summary>The lowest lane of a non-empty set, which is taken out of it.</summary>
    public static int Take(ref uint bits)
    {
        int lane = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return lane;
    }

    public Float3 Position(int lane) => new(X[lane], Y[lane], Z[lane]);

    public Float3 Direction(int lane) => new(DirectionX[lane], DirectionY[lane], DirectionZ[lane]);

    public Float3 Polarisation(int lane) => new(PolarisationX[lane], PolarisationY[lane], PolarisationZ[lane]);

    public Float3Lanes Positions() => new(Vector512.Create(X), Vector512.Create(Y), Vector512.Create(Z));

    public Float3Lanes Directions() => new(Vector512.Create(DirectionX), Vector512.Create(DirectionY), Vector512.Create(DirectionZ));

    public Float3Lanes Polarisations() => new(Vector512.Create(PolarisationX), Vector512.Create(PolarisationY), Vector512.Create(PolarisationZ));

    public ref readonly MediumRow Row(int lane) => ref model.Rows[(Shell[lane] * _wavelengths) + Wavelength[lane]];

    /// <summary>Refractive index of the shell behind the boundary that a lane has reached.</summary>
    public float IndexBehind(int lane) => model.Rows[((Shell[lane] + (int)Outwards[lane]) * _wavelengths) + Wavelength[lane]].RefractiveIndex;

    public void SetPositions(Float3Lanes positions)
    {
        positions.X.CopyTo(X);
        positions.Y.CopyTo(Y);
        positions.Z.CopyTo(Z);
    }

    /// <summary>Turns one lane.</summary>
    public void Turn(int lane, Float3 direction, Float3 polarisation)
    {
        (DirectionX[lane], DirectionY[lane], DirectionZ[lane]) = (direction.X, direction.Y, direction.Z);
        (PolarisationX[lane], PolarisationY[lane], PolarisationZ[lane]) = (polarisation.X, polarisation.Y, polarisation.Z);
    }

    /// <summary>Turns all lanes.</summary>
    public void Turn(Float3Lanes directions, Float3Lanes polarisations)
    {
        directions.X.CopyTo(DirectionX);
        directions.Y.CopyTo(DirectionY);
        directions.Z.CopyTo(DirectionZ);
        polarisations.X.CopyTo(PolarisationX);
        polarisations.Y.CopyTo(PolarisationY);
        polarisations.Z.CopyTo(PolarisationZ);
    }

    /// <summary>Puts a lane into a shell.</summary>
    public void Enter(int lane, int shell)
    {
        Shell[lane] = shell;
        OuterMm[lane] = model.Radii[shell];
        InnerMm[lane] = shell == 0 ? 0.0f : model.Radii[shell - 1];
        ObstacleInnerSquared[lane] = model.ObstacleInnerSquared[shell];
        ReadRow(lane);
    }

    /// <summary>Reads the optics of a lane's shell and wavelength.</summary>
    public void ReadRow(int lane)
    {
        ref readonly MediumRow row = ref Row(lane);
        RefractiveIndex[lane] = row.RefractiveIndex;
        SlownessNsPerMm[lane] = row.SlownessNsPerMm;
        InteractionPerMm[lane] = row.InteractionPerMm;
        MeanFreePathMm[lane] = row.MeanFreePathMm;
    }
}
