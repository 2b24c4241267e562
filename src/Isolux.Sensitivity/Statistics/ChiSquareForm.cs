namespace Isolux.Sensitivity.Statistics;

/// <summary>What is minimised. Pearson is biased at small counts, the combined form less so, the Poisson likelihood not at all.</summary>
public enum ChiSquareForm
{
    /// <summary>(n - mu)^2/mu.</summary>
    Pearson,

    /// <summary>Combined Neyman and Pearson, (n - mu)^2 (1/n + 2/mu)/3: X. Ji, W. Gu, X. Qian, H. Wei, C. Zhang, Nucl. Instrum. Meth. A 961 (2020) 163677.</summary>
    CombinedNeymanPearson,

    /// <summary>Twice the logarithm of the Poisson likelihood ratio, the shape error of every bin profiled exactly.</summary>
    Poisson,
}
