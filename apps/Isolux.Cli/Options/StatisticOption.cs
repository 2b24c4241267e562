using System.CommandLine;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Cli.Options;

/// <summary>What a fit minimises: <c>--statistic pearson|cnp|poisson</c>.</summary>
internal static class StatisticOption
{
    private const string Pearson = "pearson";
    private const string Combined = "cnp";
    private const string Poisson = "poisson";

    public static Option<string> Create(ChiSquareForm usual)
    {
        Option<string> option = new("--statistic")
        {
            Description = "What is minimised: Pearson, combined Neyman and Pearson (cnp), or the Poisson likelihood.",
            HelpName = "pearson|cnp|poisson",
            DefaultValueFactory = _ => usual switch { ChiSquareForm.Pearson => Pearson, ChiSquareForm.Poisson => Poisson, _ => Combined },
        };
        option.AcceptOnlyFromAmong(Pearson, Combined, Poisson);
        return option;
    }

    public static ChiSquareForm Read(string value) => value switch
    {
        Pearson => ChiSquareForm.Pearson,
        Poisson => ChiSquareForm.Poisson,
        _ => ChiSquareForm.CombinedNeymanPearson,
    };
}
