using System.Runtime;
using Isolux.Reporting.Figures;
using Xunit;

namespace Isolux.Tests.Reporting;

/// <summary>
/// Reports drawn while another thread forced collections every 5 ms ended in a segmentation fault about once in 60 (polygon markers of ScottPlot 5.1.59); with the
/// scope none may happen, because no collection happens.
/// </summary>
public sealed class DrawingScopeTests
{
    [Fact]
    public void No_garbage_is_collected_while_a_figure_is_drawn()
    {
        int before;
        int after;
        using (var scope = new DrawingScope())
        {
            before = GC.CollectionCount(0);
            for (int i = 0; i < 2000; i++)
            {
                GC.KeepAlive(new byte[20_000]);
            }

            after = GC.CollectionCount(0);
            Assert.Equal(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
        }

        Assert.Equal(before, after);
        Assert.NotEqual(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
    }

    [Fact]
    public void A_second_thread_waits_until_the_first_has_drawn()
    {
        using var entered = new ManualResetEventSlim();
        Thread second;
        using (var scope = new DrawingScope())
        {
            second = new Thread(() =>
            {
                using var own = new DrawingScope();
                entered.Set();
            });
            second.Start();
            Assert.False(entered.Wait(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken));
        }

        Assert.True(entered.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        second.Join();
    }
}
