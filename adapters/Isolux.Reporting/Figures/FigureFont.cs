using SkiaSharp;

namespace Isolux.Reporting.Figures;

/// <summary>The font of the labels.</summary>
internal static class FigureFont
{
    private const string Preferred = "DejaVu Sans";

    // Letters, digits and the signs the labels use; a font without them would draw boxes.
    private const string Needed = "AZaz09σθχ±²³";

    /// <summary>Finds an installed font that has every sign the labels need.</summary>
    /// <exception cref="FontMissingException">There is none.</exception>
    public static string Find()
    {
        using var alone = new DrawingScope();
        return Find(SKFontManager.Default);
    }

    internal static string Find(SKFontManager fonts)
    {
        foreach (string family in fonts.FontFamilies.Order(StringComparer.Ordinal).Prepend(Preferred))
        {
            using SKTypeface? typeface = fonts.MatchFamily(family);
            if (typeface?.FamilyName == family && typeface.ContainsGlyphs(Needed))
            {
                return family;
            }
        }

        throw new FontMissingException();
    }
}
