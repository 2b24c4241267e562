namespace Isolux.Simulation;

/// <summary>Progress of one part of a longer task, told to the whole.</summary>
public sealed class PartialProgress : IProgress<double>
{
    private readonly IProgress<double> _whole;
    private readonly double _from;
    private readonly double _to;

    private PartialProgress(IProgress<double> whole, double fromFraction, double toFraction)
    {
        _whole = whole;
        _from = fromFraction;
        _to = toFraction;
    }

    /// <summary>Progress of a part; null where nobody listens.</summary>
    /// <param name="whole">Told the fraction of the whole that is done.</param>
    /// <param name="fromFraction">Done when the part begins.</param>
    /// <param name="toFraction">Done when it ends.</param>
    public static PartialProgress? Of(IProgress<double>? whole, double fromFraction, double toFraction) =>
        whole is null ? null : new PartialProgress(whole, fromFraction, toFraction);

    /// <summary>Takes the fraction of the part that is done.</summary>
    /// <param name="value">From 0 to 1.</param>
    public void Report(double value) => _whole.Report(_from + (value * (_to - _from)));
}
