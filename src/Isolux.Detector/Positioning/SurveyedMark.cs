using Isolux.Quantities;

namespace Isolux.Detector.Positioning;

/// <summary>Something fixed to the vessel whose place was surveyed: a receiver, the pupil of a camera.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where the survey says it is.</param>
public sealed record SurveyedMark(string Name, Position Position);
