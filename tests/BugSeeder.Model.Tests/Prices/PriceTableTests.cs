using BugSeeder.Model.Prices;
using BugSeeder.Model.Trials;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Prices;

public sealed class PriceTableTests
{
    private static readonly Usage Used = new(3000, 900, 600, 100, 50, null, 3);

    [Fact]
    public void A_price_counts_every_kind_of_token()
    {
        var usage = PriceTable.Default.Price(Used, "claude-sonnet-4-5");

        // 3000 × 3 + 900 × 0.3 + 600 × 3.75 + 150 × 15 dollars per million: what the vendor's own command line says for the same tokens.
        usage.CostUsd.ShouldBe(0.01377m);
        usage.PricedBy.ShouldBe(PriceTable.Default.Date);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    [InlineData("openrouter/anthropic/Claude-Sonnet-4-5-latest")]
    public void A_model_is_found_by_its_other_names(string name) => PriceTable.Default.Find(name).ShouldBe(PriceTable.Default.Find("claude-sonnet-4-5"));

    [Fact]
    public void What_is_not_in_the_list_has_no_price_and_no_cost()
    {
        PriceTable.Default.Find("somebody-else").ShouldBeNull();
        PriceTable.Default.Price(Used, "somebody-else").CostUsd.ShouldBeNull();
        PriceTable.Default.Price(Used, null).CostUsd.ShouldBeNull();
    }

    [Fact]
    public void A_cost_that_the_assistant_says_stays() => PriceTable.Default.Price(Used with { CostUsd = 7 }, "gpt-5").ShouldBe(Used with { CostUsd = 7 });

    [Fact]
    public void A_price_of_ones_own_wins()
    {
        var own = PriceTable.Default.With(new Dictionary<string, ModelPrice> { ["GPT-5"] = new(1, 2) });

        own.Price(new(1_000_000, 0, 0, 1_000_000, 0, null, 1), "gpt-5").CostUsd.ShouldBe(3);
    }

    [Fact]
    public void No_price_of_the_list_is_nonsense()
    {
        foreach (var (name, price) in PriceTable.Default.Models)
        {
            name.ShouldBe(name.ToLowerInvariant());
            price.Input.ShouldBeInRange(0.01m, 100);
            price.Output.ShouldBeGreaterThan(price.Input);
            (price.CachedInput ?? price.Input).ShouldBeLessThanOrEqualTo(price.Input);
            (price.CacheWrite ?? price.Input).ShouldBeGreaterThanOrEqualTo(price.Input);
        }
    }
}
