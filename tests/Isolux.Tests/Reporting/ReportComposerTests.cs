using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Isolux.Reporting;
using SkiaSharp;
using Xunit;

namespace Isolux.Tests.Reporting;

public sealed class ReportComposerTests
{
    private static readonly string[] Names = ["detector", "mass-ordering", "non-uniformity-map", "peak", "radial-response", "residual-map", "resolution", "resolution-rows", "resolution-varied"];
    private static readonly ImmutableArray<ReportFile> Files = new ReportComposer().Compose(SyntheticReport.Create());

    [Fact]
    public void Every_figure_comes_as_png_svg_and_csv()
    {
        string[] expected = [.. Names.SelectMany(n => new[] { $"figures/{n}.csv", $"figures/{n}.png", $"figures/{n}.svg" }), "index.html"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Files.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void A_picture_has_ink_in_every_quarter(string name)
    {
        using SKBitmap picture = SKBitmap.Decode(Content($"figures/{name}.png"));
        for (int quarter = 0; quarter < 4; quarter++)
        {
            int left = quarter % 2 * picture.Width / 2, top = quarter / 2 * picture.Height / 2;
            int ink = 0;
            for (int y = top; y < top + (picture.Height / 2); y += 2)
            {
                for (int x = left; x < left + (picture.Width / 2); x += 2)
                {
                    SKColor colour = picture.GetPixel(x, y);
                    ink += colour.Alpha > 128 && colour.Red < 160 ? 1 : 0;
                }
            }

            Assert.True(ink > 0.002 * picture.Width * picture.Height / 16, $"quarter {quarter} of {name} is empty");
        }
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void A_drawing_is_well_formed_and_carries_labels(string name)
    {
        XDocument drawing = XDocument.Parse(Encoding.UTF8.GetString(Content($"figures/{name}.svg")));
        string text = string.Concat(drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains("Isolux 0.1.0", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Numbers_are_a_rectangular_table(string name)
    {
        string[] lines = Encoding.UTF8.GetString(Content($"figures/{name}.csv")).TrimEnd('\n').Split('\n');
        Assert.True(lines.Length > 1);
        Assert.DoesNotContain("NaN", string.Concat(lines), StringComparison.Ordinal);
        Assert.Single(lines.Where(l => !l.Contains('"')).Select(l => l.Count(c => c == ',')).Distinct());
    }

    [Fact]
    public void The_page_is_one_well_formed_file_without_links_to_the_outside()
    {
        string page = Encoding.UTF8.GetString(Content("index.html"));
        Assert.DoesNotMatch("(src|href)=\"(?!data:)", page);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Equal(Names.Length, page.Split("<figure>").Length - 1);
        Assert.Contains("&lt;from azimuthal symmetry&gt;", page, StringComparison.Ordinal);
        Assert.Contains("geometry.bars.radiusCm", page, StringComparison.Ordinal);
        Assert.Contains("<td>Cs137</td><td>0.662</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_shows_pulls_with_both_errors()
    {
        // Row 1: a = 2.600(21) against 2.62(2): -0.02/0.029 = -0.7; c = 1.30(4) against 1.38(4): -0.08/0.0573 = -1.4.
        string page = Encoding.UTF8.GetString(Content("index.html"));
        Assert.Contains("<td>2.60(2)</td><td>0.73(1)</td><td>1.30(4)</td><td>2.97(1)</td><td>2.975</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>\u22120.7</td><td>0.0</td><td>\u22121.4</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_detectors_show_their_bias_beside_the_published_one()
    {
        // (-0.004 - 0.03) / sqrt(0.011^2 + 0.01^2) = -2.3.
        string page = Encoding.UTF8.GetString(Content("index.html"));
        Assert.Contains("<td>QE spread 8 %</td><td>Vertex smearing</td><td>-0.00(1)</td><td>0.03(1)</td><td>\u22122.3</td>", page, StringComparison.Ordinal);
        Assert.Contains("after the last correction (vertex smearing)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_was_not_computed_is_left_out()
    {
        ImmutableArray<ReportFile> files = new ReportComposer().Compose(
            SyntheticReport.Create() with { Residual = null, Peak = null, ResolutionCurves = [], Notes = [] });
        Assert.DoesNotContain(files, f => f.Name.Contains("residual", StringComparison.Ordinal) || f.Name.Contains("peak", StringComparison.Ordinal));
    }

    public static TheoryData<string> FigureNames() => [.. Names];

    private static byte[] Content(string name) => [.. Files.Single(f => f.Name == name).Content];
}
