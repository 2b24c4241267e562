using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Numerics.Elementary;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// g(r, theta): PE at a point over PE at the centre, same source. A thin-plate spline in x = (r/R)^3, y = cos(theta):
/// g = a + b x + c y + sum_i w_i d_i^2 ln d_i with d_i the distance of (x, y) to node i (Duchon 1977; Wahba, Spline Models for Observational
/// Data, 1990, section 2.4). The error follows from the covariance of the coefficients.
/// </summary>
public sealed record NonUniformityMapPayload : Payload, INamedPayload
{
    private const int PolynomialTerms = 3;

    /// <summary>A map from its spline.</summary>
    /// <param name="referenceRadiusMm">R of x = (r/R)^3, mm; positive.</param>
    /// <param name="nodeCubedRadiusFractions">x of every node.</param>
    /// <param name="nodeCosThetas">y of every node.</param>
    /// <param name="weights">w of every node.</param>
    /// <param name="polynomialCoefficients">a, b, c.</param>
    /// <param name="coefficientCovariance">
    /// Lower triangle, row by row with the diagonal, of the covariance of (a, b, c, w_1 ... w_n): (n + 3)(n + 4)/2 values.
    /// </param>
    /// <param name="provenance">Where the map comes from: source, campaign and run, or "simulation".</param>
    /// <exception cref="ArgumentException">Lengths do not match or a number is not finite.</exception>
    public NonUniformityMapPayload(
        double referenceRadiusMm,
        ImmutableArray<double> nodeCubedRadiusFractions,
        ImmutableArray<double> nodeCosThetas,
        ImmutableArray<double> weights,
        ImmutableArray<double> polynomialCoefficients,
        ImmutableArray<double> coefficientCovariance,
        string provenance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provenance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(referenceRadiusMm, nameof(referenceRadiusMm)));
        RequireFinite(nodeCubedRadiusFractions, nodeCubedRadiusFractions.Length, nameof(nodeCubedRadiusFractions));
        int nodes = nodeCubedRadiusFractions.Length;
        RequireFinite(nodeCosThetas, nodes, nameof(nodeCosThetas));
        RequireFinite(weights, nodes, nameof(weights));
        RequireFinite(polynomialCoefficients, PolynomialTerms, nameof(polynomialCoefficients));
        int coefficients = nodes + PolynomialTerms;
        RequireFinite(coefficientCovariance, coefficients * (coefficients + 1) / 2, nameof(coefficientCovariance));
        ReferenceRadiusMm = referenceRadiusMm;
        NodeCubedRadiusFractions = nodeCubedRadiusFractions;
        NodeCosThetas = nodeCosThetas;
        Weights = weights;
        PolynomialCoefficients = polynomialCoefficients;
        CoefficientCovariance = coefficientCovariance;
        Provenance = provenance;
    }

    /// <inheritdoc/>
    public static string Name => "nonUniformityMap";

    /// <summary>R of x = (r/R)^3, mm.</summary>
    public double ReferenceRadiusMm { get; }

    /// <summary>x = (r/R)^3 of every node.</summary>
    public ImmutableArray<double> NodeCubedRadiusFractions { get; }

    /// <summary>y = cos(theta) of every node.</summary>
    public ImmutableArray<double> NodeCosThetas { get; }

    /// <summary>Weight of every node.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Constant, slope in x, slope in y.</summary>
    public ImmutableArray<double> PolynomialCoefficients { get; }

    /// <summary>Lower triangle, row by row, of the covariance of (a, b, c, w_1 ... w_n).</summary>
    public ImmutableArray<double> CoefficientCovariance { get; }

    /// <summary>Where the map comes from.</summary>
    public string Provenance { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("referenceRadiusMm", "mm")
        .Add("nodeCubedRadiusFractions", "1")
        .Add("nodeCosThetas", "1")
        .Add("weights", "1")
        .Add("polynomialCoefficients", "1")
        .Add("coefficientCovariance", "1");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("nodes", Weights.Length, null, "1"),
        At("g(0)", 0.0, 0.0),
        At("g(0.9 R, equator)", 0.9, 0.0),
        At("g(0.9 R, top)", 0.9, 1.0),
        At("g(0.9 R, bottom)", 0.9, -1.0),
    ];

    /// <summary>g at a point, from its radius in mm and cos(theta).</summary>
    public double Evaluate(double radiusMm, double cosTheta)
    {
        double x = CubedFraction(radiusMm);
        ReadOnlySpan<double> nodeX = NodeCubedRadiusFractions.AsSpan();
        ReadOnlySpan<double> nodeY = NodeCosThetas.AsSpan();
        ReadOnlySpan<double> weight = Weights.AsSpan();
        double g = PolynomialCoefficients[0] + (PolynomialCoefficients[1] * x) + (PolynomialCoefficients[2] * cosTheta);
        for (int i = 0; i < weight.Length; i++)
        {
            g += weight[i] * Kernel(x - nodeX[i], cosTheta - nodeY[i]);
        }

        return g;
    }

    /// <summary>g at a point of the detector.</summary>
    public double Evaluate(Position position) => Evaluate(position.RadiusMm, position.CosTheta);

    /// <summary>One standard deviation of g at a point, from its radius in mm and cos(theta); costs the square of the node count.</summary>
    public double EvaluateError(double radiusMm, double cosTheta)
    {
        double x = CubedFraction(radiusMm);
        double[] basis = new double[Weights.Length + PolynomialTerms];
        basis[0] = 1.0;
        basis[1] = x;
        basis[2] = cosTheta;
        for (int i = 0; i < Weights.Length; i++)
        {
            basis[i + PolynomialTerms] = Kernel(x - NodeCubedRadiusFractions[i], cosTheta - NodeCosThetas[i]);
        }

        double variance = 0.0;
        int element = 0;
        for (int row = 0; row < basis.Length; row++)
        {
            for (int column = 0; column < row; column++)
            {
                variance += 2.0 * basis[row] * basis[column] * CoefficientCovariance[element++];
            }

            variance += basis[row] * basis[row] * CoefficientCovariance[element++];
        }

        return Math.Sqrt(Math.Max(0.0, variance));
    }

    private static double Kernel(double dx, double dy)
    {
        double squared = (dx * dx) + (dy * dy);
        return squared > 1e-300 ? 0.5 * squared * Elementary64.Log(squared) : 0.0;
    }

    private static void RequireFinite(ImmutableArray<double> values, int length, string name)
    {
        if (values.IsDefault || values.Length != length || !values.All(double.IsFinite))
        {
            throw new ArgumentException($"{name} needs {length} finite values.", name);
        }
    }

    private double CubedFraction(double radiusMm)
    {
        double fraction = radiusMm / ReferenceRadiusMm;
        return fraction * fraction * fraction;
    }

    private HeadlineValue At(string name, double radiusFraction, double cosTheta)
    {
        double radiusMm = radiusFraction * ReferenceRadiusMm;
        return new(name, Evaluate(radiusMm, cosTheta), EvaluateError(radiusMm, cosTheta), "1");
    }
}
