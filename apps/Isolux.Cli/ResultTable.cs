namespace Isolux.Cli;

/// <summary>Tables on standard output, for people: columns as wide as their content, so that nothing is cut whatever the terminal.</summary>
internal sealed class ResultTable(params string[] columns)
{
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    public ResultTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes the table with its heading.</summary>
    public void Print(Terminal terminal, string? heading = null)
    {
        if (heading is not null)
        {
            terminal.Output.WriteLine(heading);
        }

        int[] widths = [.. columns.Select((name, i) => _rows.Select(row => row[i].Length).Append(name.Length).Max())];
        Write(terminal, columns, widths);
        terminal.Output.WriteLine(string.Join(Gap, widths.Select(w => new string('-', w))));
        foreach (string[] row in _rows)
        {
            Write(terminal, row, widths);
        }

        terminal.Output.WriteLine();
    }

    private static void Write(Terminal terminal, string[] cells, int[] widths) =>
        terminal.Output.WriteLine(string.Join(Gap, cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
}
