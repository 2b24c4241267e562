using System.Runtime;

namespace Isolux.Reporting.Figures;

/// <summary>
/// While it lives, one thread draws and no garbage is collected. ScottPlot 5.1 gives the path of a polygon marker (a triangle, a diamond) to native code without keeping its owner
/// alive: a collection in the middle of that call frees the path and ends the process with a segmentation fault. Its font caches are not safe for two threads either.
/// </summary>
internal sealed class DrawingScope : IDisposable
{
    // A page allocates 3 to 22 MB on the managed heap; more than the budget ends the protection, not the drawing.
    private const long BudgetBytes = 100_000_000;

    private static readonly Lock s_drawing = new();

    public DrawingScope()
    {
        s_drawing.Enter();
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            GC.TryStartNoGCRegion(BudgetBytes);
        }
    }

    public void Dispose()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }

        s_drawing.Exit();
    }
}
