using BugSeeder.Specs.Examples;

namespace BugSeeder.Tests.Specs;

public sealed class ExampleRunnerTests
{
    private const string Product = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        namespace Shop
        {
            public static class Money
            {
                public static decimal Half(decimal amount) => amount / 2;
                public static IEnumerable<int> Parts(int count) { if (count < 0) throw new ArgumentOutOfRangeException(nameof(count)); for (var at = 0; at < count; at++) yield return at; }
                public static void Check(int value) { if (value < 0) throw new ArgumentException("negative"); }
                public static Task<int> LaterAsync() => Task.FromResult(7);
                public static int Exit() { Environment.Exit(9); return 1; }
                public static double Third => 1.0 / 3;
            }
        }
        """;

    [Theory]
    [InlineData("Money.Half(3m) // => 1.5m", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Half(3m) // => 1.50m", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Half(3m) // => 2m", nameof(ExampleOutcome.OtherValue))]
    [InlineData("Money.Parts(3) // => [0, 1, 2]", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Parts(0) // => []", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Parts(2) // => new[] { 1, 0 }", nameof(ExampleOutcome.OtherValue))]
    [InlineData("Money.Parts(-1) // throws ArgumentException", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Check(-1) // throws ArgumentException", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Check(1) // throws ArgumentException", nameof(ExampleOutcome.ThrowsNothing))]
    [InlineData("Money.Check(-1) // throws InvalidOperationException", nameof(ExampleOutcome.OtherException))]
    [InlineData("Money.Half(int.Parse(\"x\")) // => 1m", nameof(ExampleOutcome.OtherException))]
    [InlineData("Money.LaterAsync() // => 7", nameof(ExampleOutcome.Holds))]
    [InlineData("await Money.LaterAsync() // => 7", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Third // => 0.333333333333", nameof(ExampleOutcome.Holds))]
    [InlineData("Money.Third // => 0.33", nameof(ExampleOutcome.OtherValue))]
    [InlineData("Money.Gone(3m) // => 2m", nameof(ExampleOutcome.DoesNotCompile))]
    public async Task An_example_is_compiled_and_run(string line, string expected) =>
        (await RunAsync($"```csharp\n{line}\n```")).Single().Outcome.ToString().ShouldBe(expected);

    [Fact]
    public async Task What_stands_before_an_example_is_run_before_it()
    {
        var results = await RunAsync("```csharp\nvar half = Money.Half(8m);\nhalf // => 4m\nvar quarter = Money.Half(half); // => 2m\nquarter + half // => 6m\n```");

        results.Select(result => result.Outcome).ShouldBe([ExampleOutcome.Holds, ExampleOutcome.Holds, ExampleOutcome.Holds]);
    }

    [Fact]
    public async Task An_example_that_ends_the_process_does_not_take_the_others_with_it()
    {
        var results = await RunAsync("```csharp\nMoney.Half(2m) // => 1m\nMoney.Exit() // => 1\nMoney.Half(4m) // => 2m\n```");

        results.Select(result => result.Outcome).ShouldBe([ExampleOutcome.Holds, ExampleOutcome.Crashed, ExampleOutcome.Holds]);
    }

    [Fact]
    public async Task An_example_that_does_not_end_is_given_up()
    {
        var results = await RunAsync("```csharp\nnew System.Threading.ManualResetEvent(false).WaitOne() // => true\nMoney.Half(4m) // => 2m\n```");

        results.Select(result => result.Outcome).ShouldBe([ExampleOutcome.TimedOut, ExampleOutcome.Holds]);
    }

    [Fact]
    public async Task A_using_directive_that_the_target_does_not_know_is_passed_over()
    {
        var results = await RunAsync("```csharp\nusing Shop.Gone;\nusing Elsewhere;\n```\n\n```csharp\nMoney.Half(2m) // => 1m\nNowhere.To() // => 1\n```");

        results.Select(result => result.Outcome).ShouldBe([ExampleOutcome.Holds, ExampleOutcome.DoesNotCompile]);
    }

    private static async Task<IReadOnlyList<ExampleResult>> RunAsync(string text)
    {
        var clauses = CheckedSamples.Spec($"# A\n\n```csharp\nusing Shop;\n```\n\n{text}\n").AllClauses.ToList();
        var results = await CheckedSamples.RunAsync(Product, clauses);
        return [.. clauses.Select(clause => results[clause.Id])];
    }
}
