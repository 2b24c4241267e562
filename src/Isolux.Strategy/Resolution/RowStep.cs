namespace Isolux.Strategy.Resolution;

/// <summary>What changes from one row to another that shares its events, with paired bootstrap errors.</summary>
/// <param name="From">Name of the earlier row.</param>
/// <param name="To">Name of the later row.</param>
/// <param name="DeltaFraction">Later minus earlier a~ (fraction).</param>
/// <param name="DeltaError">Standard error of it.</param>
/// <param name="BiasFraction">Mean over the fitted kinetic energies of (later peak / earlier peak) - 1.</param>
/// <param name="BiasError">Standard error of it, that of the light yields included.</param>
internal sealed record RowStep(string From, string To, double DeltaFraction, double DeltaError, double BiasFraction, double BiasError);
