using Isolux.Strategy.Provenance;

namespace Isolux.Storage.Output;

/// <summary>Content of <c>run.json</c>.</summary>
internal sealed record RunMark(string InputsDigest, RunInputs Inputs);
