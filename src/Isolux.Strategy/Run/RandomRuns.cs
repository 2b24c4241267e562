namespace Isolux.Strategy.Run;

/// <summary>Run numbers of the random streams, one range per kind of sample, so that no two samples share random numbers.</summary>
internal static class RandomRuns
{
    public const uint LightYield = 1000;
    public const uint CalibrationPoints = 10_000;
    public const uint CentralPositrons = 2000;
    public const uint UniformPositrons = 2100;
    public const uint PositronTemplates = 2200;
    public const uint SourceTemplates = 2300;
    public const uint VertexSmearing = 2400;
    public const uint LaserIntensities = 2500;
    public const uint ChargeResiduals = 2600;
    public const uint EnergyLadder = 2800;
    public const uint NeutronSources = 2900;
    public const uint GammasAlone = 3000;
    public const uint BetaSpectrum = 3100;
    public const uint ChannelCalibration = 3200;
    public const uint Capsules = 3500;
    public const uint UniformCaptures = 3900;
    public const uint BeamTemplates = 4200;
    public const uint BeamExposures = 1_000_000;
    public const uint BeamToys = 4300;
    public const uint BeamNuisances = 4400;
}
