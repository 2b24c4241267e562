using Isolux.Numerics.Random;

namespace Isolux.Simulation.Particles;

/// <summary>The random sequences of one event, one per process, so that switching one process off leaves the others unchanged.</summary>
internal ref struct ShowerRandom(ulong seed, uint run, uint eventIndex)
{
    public RandomSequence Direction = new(seed, run, RandomStream.PrimaryDirection, eventIndex, 0);
    public RandomSequence Gamma = new(seed, run, RandomStream.Gamma, eventIndex, 0);
    public RandomSequence Electron = new(seed, run, RandomStream.Electron, eventIndex, 0);
    public RandomSequence Straggling = new(seed, run, RandomStream.Straggling, eventIndex, 0);
}
