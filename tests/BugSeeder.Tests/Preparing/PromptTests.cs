using BugSeeder.Preparing;

namespace BugSeeder.Tests.Preparing;

public sealed class PromptTests
{
    [Fact]
    public void Every_phrasing_says_the_same_rules_and_none_that_something_is_wrong()
    {
        var prompts = Enumerable.Range(0, Prompt.Phrasings).Select(phrasing => Prompt.For(null, "", phrasing)).ToList();

        prompts.Distinct().Count().ShouldBe(Prompt.Phrasings);
        prompts.Select(prompt => prompt[prompt.IndexOf("\n- The code may be right", StringComparison.Ordinal)..]).Distinct().ShouldHaveSingleItem();
        foreach (var prompt in prompts)
            prompt.Split('\n')[0].ShouldNotContain("bug", Case.Insensitive);
    }

    [Fact]
    public void Phrasings_turn_with_the_repetition_and_do_not_depend_on_the_arm() =>
        Enumerable.Range(1, 3).Select(repetition => Prompt.PhrasingOf("b01-aaaaaa", repetition)).Order().ShouldBe([0, 1, 2]);

    [Fact]
    public void What_is_explained_stands_before_the_rules()
    {
        var prompt = Prompt.For(null, "The mistake is in line 3.");

        prompt.IndexOf("line 3", StringComparison.Ordinal).ShouldBeInRange(1, prompt.IndexOf("- The code may be right", StringComparison.Ordinal));
    }
}
