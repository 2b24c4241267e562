using Isolux.Detector;
using Isolux.Detector.Reactors;

namespace Isolux.Cli.Options;

/// <summary>A detector that sees reactors.</summary>
internal static class ReactorDetector
{
    /// <summary>What the detector declares about reactors.</summary>
    /// <exception cref="UsageException">It declares none.</exception>
    public static ReactorExperiment Require(DetectorDescription detector) => detector.Reactors
        ?? throw new UsageException($"the sensitivity of {detector.Name} cannot be computed (its documents declare no reactors) add a section 'reactors' or choose another detector.");
}
