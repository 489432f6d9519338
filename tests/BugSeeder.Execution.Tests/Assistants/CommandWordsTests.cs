using BugSeeder.Execution.Assistants;
using BugSeeder.Model;

namespace BugSeeder.Execution.Tests.Assistants;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  tool  --flag\tvalue ", "tool|--flag|value")]
    [InlineData("tool 'one word' \"another one\"", "tool|one word|another one")]
    [InlineData("--file=\"a b\"'c d'", "--file=a bc d")]
    [InlineData("tool ''", "tool|")]
    [InlineData(@"a\ b \' \"" \\", @"a b|'|""|\")]
    [InlineData(@"C:\tools\x.exe", @"C:\tools\x.exe")]
    [InlineData(@"'\n $HOME ""'", @"\n $HOME """)]
    [InlineData("\"say \\\"hi\\\" \\n\"", "say \"hi\" \\n")]
    [InlineData("a;b && c > d * $x", "a;b|&&|c|>|d|*|$x")]
    [InlineData("tool {prompt}", "tool|{prompt}")]
    public void A_command_line_is_split_by_its_own_rules_and_no_shell(string line, string words)
    {
        string.Join('|', CommandWords.Split(line)).ShouldBe(words);
    }

    [Theory]
    [InlineData("tool 'open")]
    [InlineData("tool \"open")]
    public void An_open_quote_is_an_error_with_a_remedy(string line)
    {
        Should.Throw<UserError>(() => CommandWords.Split(line)).Remedy.ShouldNotBeEmpty();
    }
}
