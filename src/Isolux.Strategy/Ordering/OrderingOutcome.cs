using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Ordering;

/// <summary>What a calibration is worth for the mass ordering.</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Picture">The curve behind the figure.</param>
internal sealed record OrderingOutcome(SensitivitySummary Summary, OrderingPicture Picture);
