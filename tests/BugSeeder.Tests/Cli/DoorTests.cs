using BugSeeder.Cli;

namespace BugSeeder.Tests.Cli;

public sealed class DoorTests
{
    [Theory]
    [InlineData("--jsno", "spec", "check", "--jsno")]
    [InlineData("--text", "spec", "check", "a.md", "--text", "--json")]
    [InlineData("--foo", "bugs", "show", "--foo")]
    [InlineData(null, "spec", "check", "a.md", "--spec", "b.md", "--json")]
    [InlineData(null, "bugs", "show", "b01", "--target", "--odd")]
    public void An_option_that_a_command_does_not_have_is_not_taken_for_an_argument(string? stray, params string[] arguments)
    {
        var parsed = Door.Root().Parse(arguments);

        Door.StrayOption(parsed).ShouldBe(stray);
    }
}
