using System.Collections.Immutable;
using System.Reflection;
using Xunit;

namespace Isolux.Architecture.Tests;

/// <summary>
/// Every public floating-point name under src/ says its unit or is a dimensionless word. Numerics is exempt, and so are peak fits: they are generic in
/// what they are applied to (photoelectrons or MeV).
/// </summary>
public sealed class UnitSuffixTests
{
    /// <summary>Endings that are units.</summary>
    private static readonly string[] Units =
    [
        "Mm", "Cm", "M", "Um", "Nm", "Metres", "Mm2", "Mm3", "Cm2", "Cm3", "Ns", "S", "Us", "Min", "Minutes", "Seconds", "Hours", "Days", "Hz", "KHz",
        "MeV", "Ev", "Kev", "Pe", "Pe2", "PePerMeV", "Rad", "Degrees", "Percent", "K", "Gram", "Barn", "MB", "MeVCm2PerG", "GPerCm3", "Cm2PerG",
        "PerMm", "PerM", "PerCm", "PerMeV", "PerNs", "PerS", "PerSecond", "PerCore", "PerMin", "PerMinute", "PerMol", "PerMole", "PerG", "PerPe", "PerPhoton", "PerK", "MmPerUs", "Px", "Photons", "MPerMin", "MmPerNs", "MmPerMin", "MinutesPerPoint",
        "Km", "GW", "Ev2", "PerDay", "Years",
        "MmPerS2", "MPerS2", "MmPerS", "N", "NPerM", "NPerMm", "Bq", "Ppm", "MBqPerM3", "Turns",
    ];

    /// <summary>Endings of dimensionless quantities, and names the field uses for them.</summary>
    private static readonly string[] Dimensionless =
    [
        "Fraction", "Fractions", "Ratio", "Probability", "Probabilities", "Efficiency", "Factor", "Scale", "Index", "Indices", "Acceptance", "Coverage", "Weight",
        "Weights", "Gain", "Relative", "Largest", "Spread", "Chi2", "Chi2PerNdf", "PValue", "Error", "Errors", "Variance", "VarianceForm", "Sigma", "Pull", "Pulls", "Covariance", "Coefficients", "Correlation", "Count", "Mean", "Rms", "Sum", "Difference",
        "CosTheta", "CosThetas", "Cosine", "Sine", "CosThetaCentre", "CosThetaHalfWidth", "Gamma", "Beta", "G", "X", "Y", "Z", "U", "V", "W", "A", "B", "C", "Value", "Values", "Plane",
        "Tolerance", "Turn", "Uniform", "Statistics", "Yield", "Number", "Resolution", "Response", "Reflectivity", "Transmission", "Depth", "Evaluate", "Quantile", "Density", "Intensity",
        "X0", "X1", "Slot", "FineStructure", "CosThetaHistogram", "Detected", "Lost", "ChiSquared", "Maximum", "Bias", "ATilde", "ATildeDirect", "Nonuniformity", "Op_Division", "Require",
        "Sin2Theta12", "Sin2Theta13", "Polynomial", "DeltaChi2",
    ];

    [Fact]
    public void Public_floating_point_names_say_their_unit()
    {
        string[] endings = [.. Units.Concat(Dimensionless).OrderByDescending(e => e.Length)];
        string[] unclear = [.. Libraries.PublicTypes
            .Where(type => type.Assembly.GetName().Name is not "Isolux.Numerics" && type.Namespace is not "Isolux.Calibration.Peaks")
            .SelectMany(Names)
            .Where(name => !endings.Any(ending => EndsInWord(name.Member, ending)))
            .Select(name => $"{name.Type.FullName}: {name.Member}")
            .Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.True(unclear.Length == 0, string.Join('\n', unclear));
    }

    [Theory]
    [InlineData("radiusMm", "Mm", true)]
    [InlineData("x", "X", true)]
    [InlineData("error", "Error", true)]
    [InlineData("comm", "Mm", false)]
    [InlineData("length", "Mm", false)]
    public void An_ending_is_a_word(string name, string ending, bool expected) => Assert.Equal(expected, EndsInWord(name, ending));

    private static bool EndsInWord(string name, string ending) =>
        name.Equals(ending, StringComparison.OrdinalIgnoreCase) || (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<(Type Type, string Member)> Names(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (PropertyInfo property in type.GetProperties(Declared).Where(p => IsFloating(p.PropertyType) && p.GetIndexParameters().Length == 0))
        {
            yield return (type, property.Name);
        }

        foreach (FieldInfo field in type.GetFields(Declared).Where(f => IsFloating(f.FieldType)))
        {
            yield return (type, field.Name);
        }

        foreach (MethodBase method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            // A factory such as FromMm(value) or an operator says its unit itself.
            bool saidByMethod = method.Name.StartsWith("From", StringComparison.Ordinal) || method.Name.StartsWith("op_", StringComparison.Ordinal) || method.Name == "Deconstruct";
            foreach (ParameterInfo parameter in method.GetParameters().Where(p => IsFloating(p.ParameterType) && !saidByMethod))
            {
                yield return (type, parameter.Name!);
            }
        }
    }

    private static bool IsFloating(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type.IsByRef ? type.GetElementType()! : type) ?? (type.IsByRef ? type.GetElementType()! : type);
        if (inner.IsArray)
        {
            inner = inner.GetElementType()!;
        }
        else if (inner.IsGenericType && inner.GetGenericTypeDefinition() is { } definition
            && (definition == typeof(ImmutableArray<>) || definition == typeof(ReadOnlySpan<>) || definition == typeof(Span<>)))
        {
            inner = inner.GetGenericArguments()[0];
        }

        return inner == typeof(double) || inner == typeof(float);
    }
}
