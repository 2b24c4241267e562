namespace Isolux.Simulation.Response;

/// <summary>Which part of a light map's basis is meant.</summary>
[Flags]
internal enum LightMapTerms
{
    /// <summary>Functions of radius and polar angle.</summary>
    Axial = 1,

    /// <summary>Functions that depend on azimuth.</summary>
    Azimuthal = 2,

    /// <summary>All of them.</summary>
    All = Axial | Azimuthal,
}
