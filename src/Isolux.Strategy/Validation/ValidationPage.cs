using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Sensitivity.Studies;
using Isolux.Strategy.Points;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Validation;

/// <summary>One page of evidence.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Method">What was compared with what, and how: one paragraph per element.</param>
/// <param name="Tables">The numbers.</param>
/// <param name="Conclusion">What follows.</param>
public sealed record ValidationPage(string Title, ImmutableArray<string> Method, ImmutableArray<ValidationTable> Tables, string Conclusion)
{
    /// <summary>Peak fits to be drawn, by the name of the figure.</summary>
    public ImmutableSortedDictionary<string, PeakPicture> Peaks { get; init; } = ImmutableSortedDictionary<string, PeakPicture>.Empty;

    /// <summary>Rows of the resolution table to be drawn beside the published ones; empty where there are none.</summary>
    public ImmutableArray<ResolutionRow> Resolution { get; init; } = [];

    /// <summary>Weights of the resolution to be drawn with the mock spectra behind them; null where there are none.</summary>
    public WeightResult? Weights { get; init; }

    /// <summary>Pulls to be drawn, by the name of the figure.</summary>
    public ImmutableSortedDictionary<string, PullPicture> Pulls { get; init; } = ImmutableSortedDictionary<string, PullPicture>.Empty;

    /// <summary>Quantities over a vertical plane to be drawn, by the name of the figure.</summary>
    public ImmutableSortedDictionary<string, PlanePicture> Planes { get; init; } = ImmutableSortedDictionary<string, PlanePicture>.Empty;

    /// <summary>Curves to be drawn, by the name of the figure.</summary>
    public ImmutableSortedDictionary<string, CurvePicture> Curves { get; init; } = ImmutableSortedDictionary<string, CurvePicture>.Empty;

    /// <summary>Fit of laser beams to be drawn; null where there is none.</summary>
    public TransparencyResult? Transparency { get; init; }

    /// <summary>Calibration points to be drawn; null where there are none.</summary>
    public PointStudyResult? Points { get; init; }
}
