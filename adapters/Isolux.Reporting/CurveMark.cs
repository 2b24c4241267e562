namespace Isolux.Reporting;

/// <summary>How a series is drawn.</summary>
public enum CurveMark
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A dashed line.</summary>
    Dashed,

    /// <summary>Points.</summary>
    Points,
}
