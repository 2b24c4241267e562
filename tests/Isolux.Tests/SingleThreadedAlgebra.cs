using System.Runtime.CompilerServices;

namespace Isolux.Tests;

/// <summary>Linear algebra on one thread, as in the program: sums of several threads would depend on their number.</summary>
internal static class SingleThreadedAlgebra
{
    [ModuleInitializer]
    public static void Use() => MathNet.Numerics.Control.UseSingleThread();
}
