using System.Collections.Immutable;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Isolux.Reporting.Figures;

/// <summary>Panels from top to bottom, the same drawing as PNG and as SVG, with a footer that says where it comes from.</summary>
internal sealed class FigurePage(FigureStyle style, float width, float height, params ImmutableArray<FigurePanel> panels)
{
    private const float FooterHeight = 24;
    private const int PngScale = 2;

    public Figure Draw(string name, string caption, string csv)
    {
        using var alone = new DrawingScope();
        return new Figure(name, caption, DrawPng(), DrawSvg(), csv);
    }

    private ImmutableArray<byte> DrawPng()
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo((int)width * PngScale, (int)height * PngScale))
            ?? throw new InvalidOperationException("No surface to draw on.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PngScale);
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return [.. data.ToArray()];
    }

    private string DrawSvg()
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
        {
            Draw(canvas);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Draw(SKCanvas canvas)
    {
        float top = 0;
        float usable = height - FooterHeight;
        foreach (FigurePanel panel in panels)
        {
            float bottom = top + ((float)panel.HeightFraction * usable);
            // A plot clears its canvas before it draws; clipped, it clears its own part only.
            canvas.Save();
            canvas.ClipRect(new SKRect(0, top, width, bottom));
            panel.Plot.Render(canvas, new PixelRect(0, width, bottom, top));
            canvas.Restore();
            top = bottom;
        }

        using SKTypeface typeface = SKTypeface.FromFamilyName(style.FontName);
        using var font = new SKFont(typeface, 11);
        using var paint = new SKPaint { Color = new SKColor(0x70, 0x70, 0x70), IsAntialias = true };
        canvas.DrawText(style.Footer, width - 12, height - 9, SKTextAlign.Right, font, paint);
    }
}
