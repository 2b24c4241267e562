using Isolux.Numerics.Random;

namespace Isolux.Numerics.Distributions;

/// <summary>
/// Draws an index with given weights in constant time. A. J. Walker, ACM TOMS 3 (1977) 253, with the construction of
/// M. D. Vose, IEEE Trans. Softw. Eng. 17 (1991) 972. The table depends on the weights alone.
/// </summary>
public sealed class AliasTable
{
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    private readonly double[] _keepProbability;
    private readonly int[] _alias;

    /// <summary>Builds the table from weights that need not sum to one.</summary>
    /// <exception cref="ArgumentException">There is no weight, one is negative or not finite, or all are zero.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException($"Weights must be finite and not negative (one is {weight}).", nameof(weights));
            }

            sum += weight;
        }

        if (!(sum > 0) || double.IsInfinity(sum))
        {
            throw new ArgumentException($"Weights need a positive finite sum (it is {sum} over {weights.Length} weights).", nameof(weights));
        }

        int count = weights.Length;
        _keepProbability = new double[count];
        _alias = new int[count];
        Stack<int> small = new(count);
        Stack<int> large = new(count);
        for (int i = count - 1; i >= 0; i--)
        {
            _keepProbability[i] = weights[i] / sum * count;
            _alias[i] = i;
            (_keepProbability[i] < 1.0 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int poor = small.Pop();
            int rich = large.Pop();
            _alias[poor] = rich;
            _keepProbability[rich] = _keepProbability[rich] + _keepProbability[poor] - 1.0;
            (_keepProbability[rich] < 1.0 ? small : large).Push(rich);
        }

        Settle(small, weights);
        Settle(large, weights);
    }

    /// <summary>Number of indices.</summary>
    public int Count => _alias.Length;

    /// <summary>A column of the table: the probability to stay at its index, and the index drawn otherwise.</summary>
    public (double KeepProbability, int Alias) Column(int index) => (_keepProbability[index], _alias[index]);

    /// <summary>The index that belongs to one uniform number in [0, 1): its integer part picks the column, the rest decides there.</summary>
    public int Sample(double uniform)
    {
        double scaled = uniform * _alias.Length;
        int column = Math.Min((int)scaled, _alias.Length - 1);
        return scaled - column < _keepProbability[column] ? column : _alias[column];
    }

    /// <summary>The index that belongs to two random words: one picks the column, the other decides there.</summary>
    public int Sample(uint columnWord, uint decisionWord)
    {
        int column = (int)(((ulong)columnWord * (ulong)_alias.Length) >> 32);
        return (decisionWord + 0.5) * TwoToMinus32 < _keepProbability[column] ? column : _alias[column];
    }

    /// <summary>Draws an index, using two words of the sequence.</summary>
    public int Sample(ref RandomSequence random)
    {
        uint columnWord = random.NextUInt32();
        return Sample(columnWord, random.NextUInt32());
    }

    // What rounding left over has a keep probability of one; a weight of zero must never be kept.
    private void Settle(Stack<int> left, ReadOnlySpan<double> weights)
    {
        foreach (int index in left)
        {
            _keepProbability[index] = weights[index] > 0 ? 1.0 : 0.0;
            if (weights[index] == 0)
            {
                _alias[index] = IndexOfLargest(weights);
            }
        }
    }

    private static int IndexOfLargest(ReadOnlySpan<double> weights)
    {
        int largest = 0;
        for (int i = 1; i < weights.Length; i++)
        {
            largest = weights[i] > weights[largest] ? i : largest;
        }

        return largest;
    }
}
