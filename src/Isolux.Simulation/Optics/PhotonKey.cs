namespace Isolux.Simulation.Optics;

/// <summary>The random numbers of a batch: photon i of the batch draws from (seed, run, event, first photon + i).</summary>
/// <param name="Seed">Seed of the simulation.</param>
/// <param name="Run">Run number, below 2^24.</param>
/// <param name="Event">Event in the run.</param>
/// <param name="FirstPhoton">Index in the event of the batch's first photon.</param>
public readonly record struct PhotonKey(ulong Seed, uint Run, uint Event, uint FirstPhoton);
