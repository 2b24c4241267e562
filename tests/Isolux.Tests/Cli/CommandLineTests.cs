using Xunit;

namespace Isolux.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("")]
    public async Task A_wrong_command_line_is_one_sentence_on_standard_error_and_exit_code_2(string argument)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(argument.Length == 0 ? [] : [argument]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Matches(@"^isolux: [^\n]+\.\n$", outcome.Error);
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        CommandOutcome outcome = await CommandLine.RunAsync(["--version"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", outcome.Output);
    }
}
