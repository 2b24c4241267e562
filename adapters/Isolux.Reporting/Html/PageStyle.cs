namespace Isolux.Reporting.Html;

/// <summary>How the page looks.</summary>
internal static class PageStyle
{
    public const string Css = """

        body { font: 16px/1.5 "DejaVu Sans", "Helvetica Neue", Arial, sans-serif; color: #202020; max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.7rem; margin-bottom: 0.3rem; }
        h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid #c8c8c8; }
        table { border-collapse: collapse; margin: 1rem 0; font-size: 0.86rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: 0.25rem 0.6rem; border-bottom: 1px solid #e0e0e0; vertical-align: top; overflow-wrap: anywhere; }
        th { border-bottom: 2px solid #909090; font-weight: 600; }
        figure { margin: 1.2rem 0; break-inside: avoid; }
        img { max-width: 100%; height: auto; }
        figcaption { font-size: 0.86rem; color: #505050; }
        @media print { body { font-size: 10pt; max-width: none; margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } table { font-size: 7.5pt; } }

        """;
}
