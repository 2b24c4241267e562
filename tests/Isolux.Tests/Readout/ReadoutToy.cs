using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Tests.Response;

namespace Isolux.Tests.Readout;

/// <summary>The optical toy with electronics: large channels with a charge tail, small ones without.</summary>
internal static class ReadoutToy
{
    public static Electronics Electronics { get; } = new(20, 100, 16, 120, ImmutableSortedDictionary<string, ChannelSpread>.Empty
        .Add("large", new ChannelSpread(0.05, 0.05, 0.1, 1.0, 2.0, 1.5, 0.2, 0.2, 0.01, 20.0))
        .Add("small", new ChannelSpread(0.1, 0.05, 0.0, 0.0, 2.0, 1.0, 0.2, 0.2, 0.01, 20.0)));

    public static DetectorDescription Detector { get; } = ToyResponse.Detector with { Electronics = Electronics };
}
