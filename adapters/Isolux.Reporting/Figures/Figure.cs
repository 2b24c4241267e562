using System.Collections.Immutable;

namespace Isolux.Reporting.Figures;

/// <summary>One figure in three forms.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Caption">What it shows, one or two sentences.</param>
/// <param name="Png">Picture for screens.</param>
/// <param name="Svg">Picture for print.</param>
/// <param name="Csv">The numbers drawn, with units in the header.</param>
public sealed record Figure(string Name, string Caption, ImmutableArray<byte> Png, string Svg, string Csv);
