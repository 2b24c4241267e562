namespace Isolux.Sensitivity.Studies;

/// <summary>What an experiment can say on average.</summary>
/// <param name="Normal">The test where the normal ordering is true.</param>
/// <param name="Inverted">The test where the inverted ordering is true.</param>
/// <param name="Precision">Precision of the parameters.</param>
public sealed record SensitivityResult(OrderingSensitivity Normal, OrderingSensitivity Inverted, ParameterPrecision Precision);
