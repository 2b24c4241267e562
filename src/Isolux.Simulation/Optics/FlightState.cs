using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>One photon in flight.</summary>
internal struct FlightState
{
    /// <summary>Position in mm, unit direction, unit polarisation.</summary>
    public Float3 Position, Direction, Polarisation;

    /// <summary>Time, ns; squared radius, mm^2; position times direction, mm.</summary>
    public float TimeNs, RadiusSquared, Along;

    /// <summary>Optical depth left to the next interaction, and the number that chooses which.</summary>
    public float Depth, Choice;

    /// <summary>Shell, wavelength index, index of the photon in its batch.</summary>
    public int Shell, Wavelength, Photon;

    /// <summary>Number of the flight, boundary decisions drawn in it.</summary>
    public uint Flight, Boundaries;

    /// <summary>The medium of the shell at the wavelength.</summary>
    public MediumRow Medium;

    /// <summary>The block of random words the next boundary decision comes from.</summary>
    public PhiloxBlock Words;
}
