using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>A principal axis of an error ellipsoid: standard error and direction of length 1.</summary>
internal sealed record EllipsoidAxisReport(double SigmaM, ImmutableArray<double> Direction);
