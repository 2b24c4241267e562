using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity budget --json</c> prints; times only where figures are drawn.</summary>
internal sealed record BudgetReport(
    int FormatVersion, double ExposureYears, ImmutableArray<BudgetStepReport> Steps, ImmutableArray<PublishedPrecisionReport> Precision, ImmutableArray<TimeReport> Times);
