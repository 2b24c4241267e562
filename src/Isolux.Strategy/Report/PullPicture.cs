using System.Collections.Immutable;
using Isolux.Numerics.Statistics;

namespace Isolux.Strategy.Report;

/// <summary>Pulls of a quantity, to be drawn against a Gaussian of their own mean and width.</summary>
/// <param name="Title">What they are pulls of.</param>
/// <param name="Pulls">The pulls.</param>
/// <param name="Entries">What each of them belongs to, in the plural.</param>
public sealed record PullPicture(string Title, ImmutableArray<double> Pulls, string Entries = "channels")
{
    /// <summary>Mean, standard deviation and their errors.</summary>
    public RunningMoments Moments
    {
        get
        {
            RunningMoments moments = new();
            foreach (double pull in Pulls)
            {
                moments.Add(pull);
            }

            return moments;
        }
    }
}
