namespace Isolux.Reconstruction.Likelihood;

/// <summary>Logarithm of a likelihood at one point, its gradient, and its information matrix: the sum over hits of the outer products of their gradients, whose mean is Fisher's.</summary>
internal sealed class LikelihoodValue
{
    public double Value { get; set; }

    /// <summary>Derivatives, order of <see cref="LikelihoodParameters"/>.</summary>
    public double[] Gradient { get; } = new double[LikelihoodParameters.Count];

    /// <summary>Information, row by row.</summary>
    public double[] Information { get; } = new double[LikelihoodParameters.Count * LikelihoodParameters.Count];

    public void CopyFrom(LikelihoodValue other)
    {
        Value = other.Value;
        other.Gradient.CopyTo(Gradient, 0);
        other.Information.CopyTo(Information, 0);
    }
}
