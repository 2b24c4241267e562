namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>One step of the budget.</summary>
internal sealed record BudgetStepReport(string Contents, OrderingReport DeltaChi2, PrecisionReport PrecisionPercent);
