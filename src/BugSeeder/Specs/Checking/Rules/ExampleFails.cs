using BugSeeder.Model.Specs;
using BugSeeder.Specs.Examples;

namespace BugSeeder.Specs.Checking.Rules;

/// <summary>The product does not do what an example says.</summary>
internal sealed class ExampleFails : SpecRule
{
    public override SpecRuleCard Card { get; } = new(
        Id: "example-fails",
        Wrong: "The product does something else than an example in C# says.",
        Why: "One of the two is wrong, and an assistant will mend whichever it meets first.",
        Remedy: "Find out which is right, and mend the other.",
        Severity: FindingSeverity.Error,
        Bad: "# Money\n\n```csharp\nMoney.Round(2.5m) // => 2m\nMoney.Round(-1m) // throws ArgumentException\n```\n",
        Good: "# Money\n\n```csharp\nMoney.Round(2.5m) // => 3m\nMoney.Round(-1m) // => -1m\n```\n")
    {
        NeedsTarget = true,
        Product = "public static class Money\n{\n    public static decimal Round(decimal amount) => System.Math.Round(amount, System.MidpointRounding.AwayFromZero);\n\n    public static System.Collections.Generic.IEnumerable<int> Split(int parts)\n    {\n        if (parts < 1)\n            throw new System.ArgumentOutOfRangeException(nameof(parts));\n        yield return parts;\n    }\n}\n",
        LeavesAlone = ["# Money\n\n```csharp\nMoney.Split(0) // throws ArgumentException\nMoney.Split(2) // => [2]\n```\n"],
    };

    public override IEnumerable<Flaw> In(CheckedSpec check) =>
        from clause in check.Spec.AllClauses
        where clause.Example is not null
        let result = check.Code!.Examples.GetValueOrDefault(clause.Id)
        where result is not null
        let problem = Problem(clause.Example!, result)
        where problem is not null
        select new Flaw(clause.Place, $"`{clause.Example!.Expression}` {problem}.");

    private static string? Problem(SpecExample example, ExampleResult result) => result.Outcome switch
    {
        ExampleOutcome.Holds or ExampleOutcome.DoesNotCompile => null,
        ExampleOutcome.OtherValue => $"is {result.Text}, not {example.Outcome}",
        ExampleOutcome.OtherException => $"throws {result.Text}, {(example.Throws ? $"not {example.Outcome}" : $"and should be {example.Outcome}")}",
        ExampleOutcome.ThrowsNothing => $"throws nothing and gives {result.Text}, instead of {example.Outcome}",
        ExampleOutcome.TimedOut => $"does not end within {result.Text}",
        ExampleOutcome.Crashed => "ends the process",
        _ => throw new InvalidOperationException($"No such outcome: {result.Outcome}"),
    };
}
