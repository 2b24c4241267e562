using System.Net;
using System.Text;

namespace Isolux.Reporting.Html;

/// <summary>A table of text; everything is escaped.</summary>
internal sealed class HtmlTable
{
    private readonly StringBuilder _text = new("<table>\n");

    public HtmlTable(params string[] header) => Row("th", header);

    public HtmlTable Add(params string[] cells)
    {
        Row("td", cells);
        return this;
    }

    public override string ToString() => $"{_text}</table>\n";

    private void Row(string element, string[] cells)
    {
        _text.Append("<tr>");
        foreach (string cell in cells)
        {
            _text.Append('<').Append(element).Append('>').Append(WebUtility.HtmlEncode(cell)).Append("</").Append(element).Append('>');
        }

        _text.Append("</tr>\n");
    }
}
