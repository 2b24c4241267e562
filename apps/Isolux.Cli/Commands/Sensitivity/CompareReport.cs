using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity compare --json</c> prints.</summary>
internal sealed record CompareReport(int FormatVersion, string From, string To, ReleaseShift Shift);
