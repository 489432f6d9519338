using BugSeeder.Specs;

namespace BugSeeder.Tests.Specs;

public sealed class PlaceboTests
{
    private const string Spec = """
        # Billing

        A late bill costs **two percent** more.

        - Round half away from zero.
        1. Never below 3 cents.

        | plan | price |
        | --- | --- |
        | night | 0.21 |

        ```csharp
        Bill.Total(3).ShouldBe(4);
        ```

        ## Retries
        """;

    [Fact]
    public void It_keeps_headings_lines_and_words_and_requires_nothing()
    {
        var (before, after) = (Spec.ReplaceLineEndings("\n").Split('\n'), Placebo.Neutral(Spec).Split('\n'));

        after.Length.ShouldBe(before.Length);
        after.Where(line => line.StartsWith('#')).ShouldBe(before.Where(line => line.StartsWith('#')));
        foreach (var (one, other) in before.Zip(after).Where(pair => !pair.First.Contains("Bill.", StringComparison.Ordinal)))
            other.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(one.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, one);
        foreach (var requirement in new[] { "percent", "Round", "zero", "3 cents", "0.21", "night", "ShouldBe" })
            string.Join('\n', after).ShouldNotContain(requirement);
    }

    [Fact]
    public void It_is_the_same_each_time() => Placebo.Neutral(Spec).ShouldBe(Placebo.Neutral(Spec));
}
