using BugSeeder.Execution.Assistants;
using BugSeeder.Model;

namespace BugSeeder.Execution.Tests.Assistants;

public sealed class AssistantCatalogueTests
{
    private static readonly AssistantKind Mine = new("mine", "Ours.", settings => Made.Command(["{prompt}"], "x", name: settings.Name));

    [Fact]
    public void Every_kind_has_a_name_and_one_sentence()
    {
        foreach (var kind in new AssistantCatalogue().Kinds)
        {
            kind.Name.ShouldBe(kind.Name.ToLowerInvariant());
            kind.Sentence.ShouldEndWith(".");
            kind.Sentence.ShouldNotContain("\n");
        }
    }

    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("gemini")]
    [InlineData("opencode")]
    [InlineData("copilot")]
    [InlineData("aider")]
    [InlineData("qwen")]
    [InlineData("command")]
    [InlineData("mine")]
    public void A_kind_makes_assistants_of_its_kind(string kind)
    {
        var assistant = new AssistantCatalogue(Mine).Create(new("a", kind) { Command = ["tool", "{prompt}"] });

        assistant.Name.ShouldBe("a");
    }

    [Fact]
    public void An_unknown_kind_is_an_error_that_names_the_known_ones()
    {
        var error = Should.Throw<UserError>(() => new AssistantCatalogue(Mine).Create(new("a", "magic")));

        error.Message.ShouldContain("magic");
        error.Remedy.ShouldContain("claude, codex, gemini, opencode, copilot, mender, aider, cursor-agent, goose, qwen, command, mine");
    }

    [Fact]
    public void Two_kinds_of_one_name_are_refused()
    {
        Should.Throw<ArgumentException>(() => new AssistantCatalogue(Mine, Mine));
    }

    [Fact]
    public void A_command_assistant_without_a_command_is_refused()
    {
        Should.Throw<UserError>(() => new AssistantCatalogue().Create(new("a", "command")));
    }
}
