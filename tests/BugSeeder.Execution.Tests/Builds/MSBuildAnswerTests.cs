using System.Text;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Tests.Builds;

public sealed class MSBuildAnswerTests
{
    [Fact]
    public void Braces_in_a_warning_before_the_answer_are_not_the_answer()
    {
        var answer = MSBuildAnswer.Of(Printed(0, "a.csproj : warning X1: the item {a} is odd\n{\n  \"Properties\": { \"A\": \"1\" }\n}\n", ""));

        Assert.Equal("1", answer?.GetProperty("Properties").GetProperty("A").GetString());
    }

    [Fact]
    public void Half_an_answer_is_none() => Assert.Null(MSBuildAnswer.Of(Printed(0, "{\n  \"Properties\": {\n", "")));

    [Fact]
    public void An_error_of_MSBuild_is_the_problem() =>
        Assert.Equal("a.csproj : error MSB4025: bad", MSBuildAnswer.ProblemOf(Printed(1, "hello\n/t/a.csproj : error MSB4025: bad\n", "noise"), "/t"));

    [Fact]
    public void Where_MSBuild_does_not_start_the_other_stream_says_why() =>
        Assert.Equal("no SDK here", MSBuildAnswer.ProblemOf(Printed(1, "10.0.100 [/sdk]\n", "no SDK here\n"), "/t"));

    private static ProcessResult Printed(int exitCode, string output, string error) =>
        new(ProcessEnd.Exited, exitCode, TimeSpan.Zero, Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(error));
}
