using System.Collections.Immutable;
using System.CommandLine;

namespace Isolux.Cli;

/// <summary>A command with the examples its help shows.</summary>
internal class Verb(string name, string description, params ImmutableArray<string> examples) : Command(name, description)
{
    public ImmutableArray<string> Examples => examples;
}
