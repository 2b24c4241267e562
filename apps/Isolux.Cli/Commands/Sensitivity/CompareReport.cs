using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>What <c>sensitivity compare --json</c> prints; run and reading only where global tags were compared.</summary>
internal sealed record CompareReport(int FormatVersion, string From, string To, int? Run, ReleaseReading? Reading, ReleaseShift Shift);
