using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// g(r, theta): PE at a point over PE at the centre, same source. A <see cref="ThinPlateSpline"/> in x = (r/R)^3, y = cos(theta), linear in its
/// basis b(x, y); its error is sqrt(b^T Q b) with Q the stored variance form.
/// </summary>
public sealed record NonUniformityMapPayload : Payload, INamedPayload
{
    private const int PlaneTerms = 3;

    private readonly ThinPlateSpline _spline;

    /// <summary>A map from its stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Lengths do not match, a number is not finite, or a scale is not positive.</exception>
    [JsonConstructor]
    public NonUniformityMapPayload(
        double referenceRadiusMm,
        double cubedRadiusCentreFraction,
        double cubedRadiusHalfWidthFraction,
        double cosThetaCentre,
        double cosThetaHalfWidth,
        ImmutableArray<double> nodeCubedRadiusFractions,
        ImmutableArray<double> nodeCosThetas,
        ImmutableArray<double> weights,
        ImmutableArray<double> plane,
        ImmutableArray<double> varianceForm,
        string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(referenceRadiusMm, nameof(referenceRadiusMm)));
        Finite.Require(cubedRadiusCentreFraction, nameof(cubedRadiusCentreFraction));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(cubedRadiusHalfWidthFraction, nameof(cubedRadiusHalfWidthFraction)));
        Finite.Require(cosThetaCentre, nameof(cosThetaCentre));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(cosThetaHalfWidth, nameof(cosThetaHalfWidth)));
        RequireFinite(nodeCubedRadiusFractions, nodeCubedRadiusFractions.Length, nameof(nodeCubedRadiusFractions));
        int nodes = nodeCubedRadiusFractions.Length;
        RequireFinite(nodeCosThetas, nodes, nameof(nodeCosThetas));
        RequireFinite(weights, nodes, nameof(weights));
        RequireFinite(plane, PlaneTerms, nameof(plane));
        RequireFinite(varianceForm, (nodes + PlaneTerms) * (nodes + PlaneTerms + 1) / 2, nameof(varianceForm));
        ReferenceRadiusMm = referenceRadiusMm;
        CubedRadiusCentreFraction = cubedRadiusCentreFraction;
        CubedRadiusHalfWidthFraction = cubedRadiusHalfWidthFraction;
        CosThetaCentre = cosThetaCentre;
        CosThetaHalfWidth = cosThetaHalfWidth;
        NodeCubedRadiusFractions = nodeCubedRadiusFractions;
        NodeCosThetas = nodeCosThetas;
        Weights = weights;
        Plane = plane;
        VarianceForm = varianceForm;
        _spline = new ThinPlateSpline(
            new AxisScaling(cubedRadiusCentreFraction, cubedRadiusHalfWidthFraction),
            new AxisScaling(cosThetaCentre, cosThetaHalfWidth),
            nodeCubedRadiusFractions,
            nodeCosThetas,
            weights,
            plane);
    }

    /// <inheritdoc/>
    public static string Name => "nonUniformityMap";

    /// <summary>R of x = (r/R)^3, mm.</summary>
    public double ReferenceRadiusMm { get; }

    /// <summary>Centre of the spline's scaling of x.</summary>
    public double CubedRadiusCentreFraction { get; }

    /// <summary>Half width of the spline's scaling of x.</summary>
    public double CubedRadiusHalfWidthFraction { get; }

    /// <summary>Centre of the spline's scaling of y.</summary>
    public double CosThetaCentre { get; }

    /// <summary>Half width of the spline's scaling of y.</summary>
    public double CosThetaHalfWidth { get; }

    /// <summary>x = (r/R)^3 of every node.</summary>
    public ImmutableArray<double> NodeCubedRadiusFractions { get; }

    /// <summary>y = cos(theta) of every node.</summary>
    public ImmutableArray<double> NodeCosThetas { get; }

    /// <summary>Kernel weight of every node.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Constant and slopes in the scaled x and y.</summary>
    public ImmutableArray<double> Plane { get; }

    /// <summary>Q: lower triangle, row by row with the diagonal, over the n weights and the 3 plane terms: (n + 3)(n + 4)/2 values.</summary>
    public ImmutableArray<double> VarianceForm { get; }

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
        .Add("cubedRadiusCentreFraction", "1")
        .Add("cubedRadiusHalfWidthFraction", "1")
        .Add("cosThetaCentre", "1")
        .Add("cosThetaHalfWidth", "1")
        .Add("nodeCubedRadiusFractions", "1")
        .Add("nodeCosThetas", "1")
        .Add("weights", "1")
        .Add("plane", "1")
        .Add("varianceForm", "1");

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

    /// <summary>A map from a spline fitted in x = (r/R)^3, y = cos(theta).</summary>
    /// <param name="referenceRadiusMm">R, mm.</param>
    /// <param name="spline">The spline.</param>
    /// <param name="varianceForm">Its variance form, as <see cref="ThinPlateSplineFit.VarianceForm"/> gives it.</param>
    /// <param name="provenance">Where the map comes from.</param>
    /// <exception cref="ArgumentException">Lengths do not match or a number is not finite.</exception>
    public static NonUniformityMapPayload FromSpline(
        double referenceRadiusMm, ThinPlateSpline spline, ImmutableArray<double> varianceForm, string provenance)
    {
        ArgumentNullException.ThrowIfNull(spline);
        return new NonUniformityMapPayload(
            referenceRadiusMm,
            spline.XScaling.Centre,
            spline.XScaling.HalfWidth,
            spline.YScaling.Centre,
            spline.YScaling.HalfWidth,
            spline.NodeX,
            spline.NodeY,
            spline.Weights,
            spline.Plane,
            varianceForm,
            provenance);
    }

    /// <summary>g at a point, from its radius in mm and cos(theta).</summary>
    public double Evaluate(double radiusMm, double cosTheta) => _spline.Evaluate(CubedFraction(radiusMm), cosTheta);

    /// <summary>g at a point of the detector.</summary>
    public double Evaluate(Position position) => Evaluate(position.RadiusMm, position.CosTheta);

    /// <summary>One standard deviation of g at a point, from its radius in mm and cos(theta); costs the square of the node count.</summary>
    public double EvaluateError(double radiusMm, double cosTheta)
    {
        double[] basis = _spline.Basis(CubedFraction(radiusMm), cosTheta);
        double variance = 0.0;
        int element = 0;
        for (int row = 0; row < basis.Length; row++)
        {
            for (int column = 0; column < row; column++)
            {
                variance += 2.0 * basis[row] * basis[column] * VarianceForm[element++];
            }

            variance += basis[row] * basis[row] * VarianceForm[element++];
        }

        return Math.Sqrt(Math.Max(0.0, variance));
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
